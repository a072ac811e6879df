// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import io.github.camelbackgroundcut.examples.filedrop.PictureResult;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar of pictures: one that moves on a terminal, else a new line for each picture. */
final class ProgressView implements AutoCloseable {

    private static final int LINE_WIDTH = 76;
    private static final int REDRAW_MILLISECONDS = 200;

    private final PrintStream out;
    private final boolean interactive;
    private final ProgressBar bar;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile String drawn = "";

    /** @param interactive whether what is printed goes to a terminal, not to a file or a pipe */
    ProgressView(PrintStream out, int pictures, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName("Cutting out")
                .setInitialMax(pictures)
                .setStyle(ProgressBarStyle.ASCII);
        if (interactive) {
            builder.setUpdateIntervalMillis(REDRAW_MILLISECONDS).continuousUpdate();
        } else {
            builder.setUpdateIntervalMillis(Integer.MAX_VALUE)
                    .setConsumer(new DelegatingProgressBarConsumer(line -> drawn = line, LINE_WIDTH));
        }
        bar = builder.build();
    }

    /** May be called by several threads. */
    void show(PictureResult result) {
        lock.lock();
        try {
            bar.setExtraMessage(" " + result.picture());
            bar.step();
            if (!interactive) {
                bar.refresh();
                out.println(drawn.stripTrailing());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
