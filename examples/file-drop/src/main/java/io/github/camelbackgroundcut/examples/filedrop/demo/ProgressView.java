// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import io.github.camelbackgroundcut.examples.filedrop.PictureResult;
import java.io.PrintStream;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar of pictures: one that moves on a terminal, else a new line for each picture. */
final class ProgressView implements AutoCloseable {

    private static final int LINE_WIDTH = 76;

    private final boolean lines;
    private final ProgressBar bar;

    /** @param lines whether what is printed goes to a file or a pipe */
    ProgressView(PrintStream out, int pictures, boolean lines) {
        this.lines = lines;
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName("Cutting out")
                .setInitialMax(pictures)
                .setStyle(ProgressBarStyle.ASCII)
                .continuousUpdate();
        if (lines) {
            // Printed when a picture is done, not by the clock.
            builder.setUpdateIntervalMillis(Integer.MAX_VALUE)
                    .setConsumer(new DelegatingProgressBarConsumer(new ChangedLines(out), LINE_WIDTH));
        } else {
            builder.setUpdateIntervalMillis(200);
        }
        bar = builder.build();
    }

    /** May be called by several threads. */
    void show(PictureResult result) {
        bar.setExtraMessage(" " + result.picture());
        bar.step();
        if (lines) {
            bar.refresh();
        }
    }

    @Override
    public void close() {
        bar.close();
    }

    /** The bar draws itself once more when it is closed: a line that is there already isn't repeated. */
    private static final class ChangedLines implements Consumer<String> {

        private final PrintStream out;
        private String last = "";

        ChangedLines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void accept(String line) {
            String text = line.stripTrailing();
            if (!text.equals(last)) {
                out.println(text);
                last = text;
            }
        }
    }
}
