// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    private Path parent;

    @Test
    void isUsedByOneAtATime() {
        try (Spool first = Spool.take(parent);
                Spool second = Spool.take(parent)) {
            assertThat(second.folder()).isNotEqualTo(first.folder());
        }
    }

    @Test
    void losesWhatAKilledProcessHasLeft() throws Exception {
        Path left;
        try (Spool killed = Spool.take(parent)) {
            left = Files.writeString(killed.folder().resolve("large.tmp"), "a large result");
        }

        try (Spool next = Spool.take(parent)) {
            assertThat(next.folder()).isEqualTo(left.getParent());
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void keepsWhatAnotherUses() throws Exception {
        try (Spool other = Spool.take(parent)) {
            Path used = Files.writeString(other.folder().resolve("large.tmp"), "a large result");
            Spool.take(parent).close();

            assertThat(used).exists();
        }
    }
}
