// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.demo;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar of pictures: one that moves on a terminal, else a new line for each picture. */
final class Progress implements AutoCloseable {

    private static final int LINE_WIDTH = 76;
    private static final int REDRAW_MILLISECONDS = 200;

    private final PrintStream out;
    private final boolean interactive;
    private final ProgressBar bar;
    private volatile String drawn = "";

    /** @param interactive whether what is printed goes to a terminal, not to a file or a pipe */
    Progress(PrintStream out, int pictures, boolean interactive) {
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

    void show(String picture) {
        bar.setExtraMessage(" " + picture);
        bar.step();
        if (!interactive) {
            bar.refresh();
            out.println(drawn.stripTrailing());
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
