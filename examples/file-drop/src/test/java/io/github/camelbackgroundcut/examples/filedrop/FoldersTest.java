// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

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

class FoldersTest {

    @TempDir
    private Path home;

    @Test
    void areAbsolute() {
        Folders folders = Folders.of(name -> "pictures/../" + name);

        assertThat(folders.properties().values())
                .isNotEmpty()
                .allMatch(path -> Path.of(path).isAbsolute());
        assertThat(folders.inbox()).isEqualTo(Path.of("inbox").toAbsolutePath());
    }

    @Test
    void areMade() {
        Folders folders = Folders.in(home.resolve("new"));
        folders.create();

        assertThat(folders.inbox()).isDirectory();
        assertThat(folders.outbox()).isDirectory();
        assertThat(folders.done()).isDirectory();
        assertThat(folders.failed()).isDirectory();
    }

    @Test
    void mustNotBeTheSame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folders.of(name -> name.equals("outbox") ? "inbox" : name))
                .withMessageContaining("filedrop.inbox and filedrop.outbox are the same folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "a${b}", "a{{b"})
    void mustNotHaveAPathThatARouteWouldInterpret(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folders.in(home.resolve(name)))
                .withMessageContaining("filedrop.inbox");
    }

    @Test
    void areNamedWhenTheyCannotBeMade() throws Exception {
        Files.writeString(home.resolve("outbox"), "a file");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Folders.in(home).create())
                .withMessageContaining("filedrop.outbox");
    }
}
