// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isHeldByOneAtATime() throws Exception {
        try (WorkFolder first = WorkFolder.take(folder)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> WorkFolder.take(folder))
                    .withMessageContaining("filedrop.work");
        }
    }

    @Test
    void canBeTakenAgain() throws Exception {
        WorkFolder.take(folder).close();

        try (WorkFolder second = WorkFolder.take(folder)) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void losesWhatAKilledProcessHasSpooled() throws Exception {
        Path spooled = Files.createDirectories(folder.resolve("spool")).resolve("large.tmp");
        Files.writeString(spooled, "a large result");
        Path other = Files.writeString(folder.resolve("process-calls"), "a key");

        WorkFolder.take(folder).close();

        assertThat(spooled).doesNotExist();
        assertThat(other).hasContent("a key");
    }
}
