// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import java.io.IOException;

/** Whether the peer in Python can run on this machine. */
final class PythonPeer {

    static final String MISSING = "python3 with requests isn't there";

    private PythonPeer() {}

    static boolean isThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import requests, resource")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
