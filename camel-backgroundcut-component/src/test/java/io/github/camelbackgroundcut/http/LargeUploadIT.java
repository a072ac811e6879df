// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.error.PayloadTooLargeException;
import io.github.camelbackgroundcut.support.RawServer;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events during the upload of a large file. */
class LargeUploadIT extends StubbedService {

    private static final Logger LOG = LoggerFactory.getLogger(LargeUploadIT.class);
    private static final int BYTES = 64 * 1024 * 1024;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeALargeFile() throws IOException {
        file = folder.resolve("mug.jpg");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(1);
            sparse.setLength(BYTES);
        }
    }

    @Test
    void aRefusalThatComesBeforeTheEndIsToldAndEndsTheUpload() throws Exception {
        CompletableFuture<Long> received = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            RawServer.write(socket, """
                    HTTP/1.1 413 Payload Too Large
                    Content-Type: application/json
                    Content-Length: 27
                    Connection: close

                    {"detail": "12 MB at most"}""");
            received.complete(drain(socket.getInputStream()));
        })) {
            Exchange exchange = send("backgroundcut:upload?baseUrl=" + server.baseUrl(), file);

            assertThat(failure(exchange, PayloadTooLargeException.class))
                    .hasMessageContaining("{\"detail\": \"12 MB at most\"}");
            assertThat(received.get(60, TimeUnit.SECONDS)).isLessThan(BYTES / 2);
        }
    }

    @Test
    void aFileThatShrinksIsNotTheNetworksFault() throws IOException {
        assertChanged(() -> {
            try (RandomAccessFile shrinking = new RandomAccessFile(file.toFile(), "rw")) {
                shrinking.setLength(1024);
            }
        });
    }

    @Test
    void aFileThatGrowsIsNotTheNetworksFault() throws IOException {
        assertChanged(() -> {
            try (OutputStream growing = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                growing.write(1);
            }
        });
    }

    /** Changes the file when its upload has begun. */
    private void assertChanged(IoAction change) throws IOException {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            change.run();
            drain(socket.getInputStream());
        })) {
            Exchange exchange = send("backgroundcut:upload?baseUrl=" + server.baseUrl(), file);

            assertThat(failure(exchange, IOException.class))
                    .hasMessage("The file mug.jpg changed while it was sent (was " + BYTES
                            + " bytes): is it still being written?");
        }
    }

    /** Reads until the client is done or gone, and counts. */
    private static long drain(InputStream in) {
        byte[] buffer = new byte[64 * 1024];
        long count = 0;
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        }
        return count;
    }

    private interface IoAction {
        void run() throws IOException;
    }
}
