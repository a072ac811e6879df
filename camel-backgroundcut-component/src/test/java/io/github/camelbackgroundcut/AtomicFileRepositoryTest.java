// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileRepositoryTest {

    @TempDir
    private Path folder;

    @Test
    void keysOutliveTheirProcess() throws Exception {
        try (AtomicFileRepository calls = start()) {
            calls.add("one");
            calls.add("two");
            calls.remove("one");
        }

        try (AtomicFileRepository calls = start()) {
            assertThat(calls.contains("one")).isFalse();
            assertThat(calls.contains("two")).isTrue();
        }
    }

    @Test
    void aKeyIsWrittenBeforeItsCallIsSent() throws Exception {
        try (AtomicFileRepository calls = start()) {
            calls.add("one");

            assertThat(folder.resolve("state/calls")).hasContent("one");
        }
    }

    @Test
    void aHalfWrittenFileLosesNothing() throws Exception {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/calls"), "one\n");
        Files.writeString(folder.resolve("state/calls.part"), "on");

        try (AtomicFileRepository calls = start()) {
            calls.add("two");

            assertThat(calls.contains("one")).isTrue();
            assertThat(folder.resolve("state/calls")).hasContent("one\ntwo");
            assertThat(folder.resolve("state/calls.part")).doesNotExist();
        }
    }

    @Test
    void oneAtATimeUsesTheFile() throws Exception {
        try (AtomicFileRepository first = start()) {
            assertThatIllegalStateException()
                    .isThrownBy(this::start)
                    .withMessageContaining("uses the repository " + first.getFileStore());
        }

        start().stop();
    }

    /** A {@code File} as a property can't be set from text in each Camel, so the path is text. */
    @Test
    void aBeanInYamlHasItsPath() throws Exception {
        Path file = folder.resolve("state/calls");
        try (CamelContext context = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(
                            "beans.camel.yaml", """
                    - beans:
                        - name: underWay
                          type: io.github.camelbackgroundcut.AtomicFileRepository
                          properties:
                            path: "%s"
                    """.formatted(file.toString().replace('\\', '/'))));

            assertThat(context.getRegistry()
                            .lookupByNameAndType("underWay", AtomicFileRepository.class)
                            .getFileStore())
                    .isEqualTo(file.toFile());
        }
    }

    private AtomicFileRepository start() {
        AtomicFileRepository calls = new AtomicFileRepository();
        calls.setPath(folder.resolve("state/calls").toString());
        calls.start();
        return calls;
    }
}
