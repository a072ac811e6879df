// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.github.camelbackgroundcut.emulator.EmulatorMain;
import java.io.IOException;
import java.io.OutputStream;

/** The emulator's program, which ends when its standard input does: with the process that has started it, however that ends. */
final class EmulatorUntilParentEnds {

    private EmulatorUntilParentEnds() {}

    public static void main(String[] arguments) {
        Thread parent = new Thread(EmulatorUntilParentEnds::awaitParentEnd, "parent");
        parent.setDaemon(true);
        parent.start();
        EmulatorMain.main(arguments);
    }

    private static void awaitParentEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe is an end, too.
        }
        System.exit(0);
    }
}
