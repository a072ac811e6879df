// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import org.junit.jupiter.api.TestInfo;
import org.opentest4j.TestAbortedException;

/** The requirements of a test besides a JDK. If one is missing, the test is skipped, with a line on the console. */
final class Needs {

    /** Set to {@code true} where nothing may be skipped that could be installed. */
    private static final String REQUIRE_ALL = "BACKGROUNDCUT_REQUIRE_ALL_TESTS";

    private Needs() {}

    /**
     * @param name the program's name for people
     * @param packages what Debian calls it
     * @param check a command that succeeds if it is there
     */
    static void program(TestInfo test, String name, String packages, String... check) throws InterruptedException {
        if (succeeds(check)) {
            return;
        }
        String needs = name(test) + " needs " + name + " (Debian: apt-get install " + packages + ")";
        if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
            fail(needs + ", and " + REQUIRE_ALL + " is set");
        }
        skip(needs);
    }

    /** Nothing can be installed to have one, so that it is never a failure. */
    static void networkAddress(TestInfo test, boolean there) {
        if (!there) {
            skip(name(test) + " needs a network address besides 127.0.0.1, and this machine has none");
        }
    }

    private static void skip(String needs) {
        System.out.println("Skipped: " + needs);
        throw new TestAbortedException(needs);
    }

    private static String name(TestInfo test) {
        return test.getTestClass().orElseThrow().getSimpleName()
                + '.'
                + test.getTestMethod().orElseThrow().getName();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            // Not installed.
            return false;
        }
    }
}
