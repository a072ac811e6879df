// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NeedsProgramTest {

    private static final NeedsProgram CHROMIUM = NeedsChromium.class.getAnnotation(NeedsProgram.class);

    @TempDir
    private Path folder;

    @Test
    void whatIsNotThereIsToldWithWhatToInstall() {
        assertThat(Programs.find(CHROMIUM, Map.of("PATH", folder.toString()))).isEmpty();
        assertThat(ProgramCondition.inWords(CHROMIUM))
                .isEqualTo("needs Chromium (Debian: apt-get install chromium),"
                        + " or its path in the environment variable CHROMIUM");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Files have no mark that they can be run")
    void theFirstProgramOfThePathIsTaken() throws IOException {
        Path text = Files.createDirectory(folder.resolve("text"));
        Files.createFile(text.resolve("chromium"));
        Path program = Files.createFile(folder.resolve("google-chrome"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Programs.find(CHROMIUM, Map.of("PATH", text + ":/none:" + folder)))
                .contains(program);
    }

    @Test
    void theVariableGoesBeforeThePath() {
        assertThat(Programs.find(CHROMIUM, Map.of("CHROMIUM", "/opt/chrome", "PATH", folder.toString())))
                .contains(Path.of("/opt/chrome"));
    }
}
