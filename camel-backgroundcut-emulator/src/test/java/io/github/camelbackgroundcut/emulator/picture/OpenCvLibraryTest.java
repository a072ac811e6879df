// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OpenCvLibraryTest {

    /** Runs in a JVM of its own, as the library of this one is long loaded. */
    static final class Loader {
        public static void main(String[] arguments) {
            OpenCvLibrary.load();
            OpenCvLibrary.load();
            // Ends without shutdown hooks, like a killed process.
            Runtime.getRuntime().halt(TestPictures.plain(3, 2).cols());
        }
    }

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a loaded library can't be deleted there")
    void loadingLeavesNoFileBehind() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loader.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }
}
