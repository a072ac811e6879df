// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.support.CamelExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TempFilesTest {

    private static final byte[] MEBIBYTE = new byte[1024 * 1024];
    private static final int MEBIBYTES = 16;

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @TempDir
    Path folder;

    @BeforeEach
    void spoolThere() {
        camel.context().getStreamCachingStrategy().setSpoolEnabled(true);
        camel.context().getStreamCachingStrategy().setSpoolDirectory(folder.toFile());
        camel.context().getStreamCachingStrategy().setRemoveSpoolDirectoryWhenStopping(false);
    }

    /** Whatever the pace of the disk, and of the JVM's collections. */
    @Test
    void filesThatNobodyCanReachTakeABoundedRoom() throws IOException {
        long most = 0;
        for (int i = 0; i < 60; i++) {
            write();
            most = Math.max(most, bytes());
        }

        assertThat(most).isLessThanOrEqualTo(TempFiles.COLLECT_AT + MEBIBYTES * MEBIBYTE.length);
    }

    @Test
    void aFileThatIsInUseStays() throws IOException {
        TempFile used = write();
        for (int i = 0; i < 40; i++) {
            write();
        }

        try (InputStream in = used.open()) {
            assertThat(in.skip(Long.MAX_VALUE)).isEqualTo((long) MEBIBYTES * MEBIBYTE.length);
        }
    }

    @Test
    void aFileThatNobodyCanReachGoesWithoutAnother() throws IOException {
        write();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(bytes()).isZero();
        });
    }

    @Test
    void noneIsLeftWhenTheContextHasStopped() throws IOException {
        TempFile used = write();

        camel.context().stop();

        assertThat(bytes()).isZero();
        assertThat(used).isNotNull();
    }

    private TempFile write() throws IOException {
        TempFile file = TempFiles.of(camel.context()).create(".png");
        file.write(out -> {
            for (int i = 0; i < MEBIBYTES; i++) {
                out.write(MEBIBYTE);
            }
        });
        return file;
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(TempFilesTest::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
