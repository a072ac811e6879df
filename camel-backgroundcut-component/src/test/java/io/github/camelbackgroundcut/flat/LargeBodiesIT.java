// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.flat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.RawServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that don't fit into the memory, both ways. {@code -Dlarge.megabytes=1024} makes them larger. */
class LargeBodiesIT {

    private static final long BYTES = Long.getLong("large.megabytes", 64) * 1024 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir
    Path folder;

    private final AtomicLong received = new AtomicLong();
    private volatile String outputPath = "";
    private Path picture;

    @BeforeEach
    void makeALargeFile() throws IOException {
        picture = folder.resolve("large.png");
        try (RandomAccessFile sparse = new RandomAccessFile(picture.toFile(), "rw")) {
            sparse.write(PNG);
            sparse.setLength(BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource({"removeBackground, file", "removeBackground, stream"})
    void aLargePictureGoesUpAndALargeResultComesDownInLittleMemory(String operation, String body) throws Exception {
        run(operation, body);

        assertThat(received).hasValueGreaterThan(BYTES);
        assertThat(folder.resolve("outbox/result")).hasSize(BYTES);
    }

    @Test
    void aLargePictureThatCamelHasSpooledGoesUpInLittleMemory() throws Exception {
        run("upload", "spooled");

        assertThat(received).hasValueGreaterThan(BYTES);
    }

    @Test
    void aLargeDownloadTakesLittleMemory() throws Exception {
        run("download", "none");

        assertThat(folder.resolve("outbox/result")).hasSize(BYTES);
    }

    private void run(String operation, String body) throws Exception {
        Path temp = Files.createDirectory(folder.resolve("tmp"));
        Path log = folder.resolve("log");
        try (RawServer server = new RawServer(this::serve)) {
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // All of it would have no room for a body.
                            "-Xmx64m",
                            "-XX:+ExitOnOutOfMemoryError",
                            // It starts sooner.
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.io.tmpdir=" + temp,
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            LargeBodies.class.getName(),
                            server.baseUrl(),
                            operation,
                            picture.toString(),
                            body,
                            folder.resolve("outbox").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                assertThat(program.waitFor(180, TimeUnit.SECONDS)).isTrue();
            } finally {
                program.destroyForcibly();
            }
            assertThat(program.exitValue()).as(Files.readString(log)).isZero();
        }
        try (Stream<Path> left = Files.walk(temp)) {
            assertThat(left.filter(Files::isRegularFile))
                    .as("temporary files that are left")
                    .isEmpty();
        }
    }

    private void serve(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        while (true) {
            String head = RawServer.readHead(in);
            if (head.isEmpty()) {
                return;
            }
            skipBody(in, head);
            if (head.contains("/upload/")) {
                answerJson(socket, "{\"file_paths\": [\"shop/large.png\"]}");
            } else if (head.contains("/process/")) {
                answerJson(socket, "{\"output_file_paths\": [\"" + outputPath + "\"]}");
            } else {
                answerLarge(socket);
            }
        }
    }

    private void skipBody(InputStream in, String head) throws IOException {
        long left = head.lines()
                .filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        byte[] buffer = new byte[256 * 1024];
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("The client went away");
            }
            if (head.contains("/process/")) {
                remember(new String(buffer, 0, count));
            }
            received.addAndGet(count);
            left -= count;
        }
    }

    private void remember(String json) {
        String field = "\"output_file_path\":\"";
        int start = json.indexOf(field) + field.length();
        outputPath = json.substring(start, json.indexOf('"', start));
    }

    private static void answerJson(Socket socket, String json) throws IOException {
        RawServer.write(
                socket,
                "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: " + json.length() + "\n\n" + json);
    }

    private static void answerLarge(Socket socket) throws IOException {
        RawServer.write(socket, "HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: " + BYTES + "\n\n");
        OutputStream out = socket.getOutputStream();
        out.write(PNG);
        byte[] zeros = new byte[256 * 1024];
        for (long left = BYTES - PNG.length; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }
}
