// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Prints a line for each picture. */
final class PictureLines implements Consumer<PictureResult> {

    private final PrintStream out;

    PictureLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(PictureResult result) {
        String end = result.failure()
                .map(reason -> "failed: " + reason)
                .orElseGet(() -> result.cutout().map(Object::toString).orElse("") + " ("
                        + result.time().toMillis() + " ms)");
        out.println(result.picture() + " -> " + end);
    }
}
