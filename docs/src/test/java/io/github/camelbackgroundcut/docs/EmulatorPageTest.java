// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmulatorPageTest {

    private static final Path PAGE = Pages.ROOT.resolve("docs/emulator.md");

    /** The build runs that test. */
    @Test
    void testOfThePageIsOneThatRuns() {
        String run = Pages.text(Path.of("src/test/java/com/example/CutoutsTest.java"));

        assertThat(Pages.blocks(PAGE, "java"))
                .containsExactly(
                        run.substring(run.indexOf("package ")).replace("/** The test of docs/emulator.md. */\n", ""));
    }
}
