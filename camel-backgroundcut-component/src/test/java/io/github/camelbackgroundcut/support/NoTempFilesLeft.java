// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that leaves temporary files of the component behind. It is on for all classes: see
 * {@code junit-platform.properties}.
 */
public final class NoTempFilesLeft implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(NoTempFilesLeft.class);

    @Override
    public void beforeAll(ExtensionContext tests) {
        tests.getStore(NAMESPACE).put("before", tempFiles());
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        Set<?> before = tests.getStore(NAMESPACE).get("before", Set.class);
        await("the temporary files of the component are gone")
                .untilAsserted(() -> Assertions.assertThat(tempFiles()).allMatch(before::contains));
    }

    /** The component's temporary files, where the JVM keeps such; those of pictures have the ending of their format. */
    public static Set<Path> tempFiles() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("camel-backgroundcut-"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
