// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropFoldersTest {

    @TempDir
    private Path home;

    @Test
    void areAbsolute() {
        DropFolders folders = DropFolders.of("pictures/../inbox", "outbox", ".done", "/elsewhere/failed");

        assertThat(folders.inbox()).isEqualTo(Path.of("inbox").toAbsolutePath());
        assertThat(folders.outbox()).isEqualTo(Path.of("outbox").toAbsolutePath());
        assertThat(folders.done()).isEqualTo(Path.of("inbox/.done").toAbsolutePath());
        assertThat(folders.failed()).isEqualTo(Path.of("/elsewhere/failed").toAbsolutePath());
    }

    @Test
    void areMade() {
        DropFolders folders = in(home.resolve("new"), "outbox");
        folders.create();

        assertThat(folders.inbox()).isDirectory();
        assertThat(folders.outbox()).isDirectory();
        assertThat(folders.done()).isDirectory();
        assertThat(folders.failed()).isDirectory();
    }

    @Test
    void mustNotBeTheSame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(home, "inbox"))
                .withMessageContaining("The same folder for inbox and outbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "a${b}", "a{{b"})
    void mustNotHaveAPathThatARouteWouldInterpret(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(home.resolve(name), "outbox"))
                .withMessageContaining("The path of inbox contains");
    }

    @Test
    void areNamedWhenTheyCannotBeMade() throws Exception {
        Files.writeString(home.resolve("outbox"), "a file");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> in(home, "outbox").create())
                .withMessageContaining("the folder of outbox");
    }

    private static DropFolders in(Path home, String outbox) {
        return DropFolders.of(
                home.resolve("inbox").toString(), home.resolve(outbox).toString(), ".done", ".failed");
    }
}
