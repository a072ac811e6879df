// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.LargerSizes;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that don't fit into the memory, both ways. */
class LargeBodiesIT {

    private static final long LARGER_THAN_THE_HEAP = 64 << 20;
    /** Sixteen times the heap, where larger sizes are tested: so that not even a share of a body may be held. */
    private static final long HUGE = LargerSizes.ARE_TESTED ? 1 << 30 : LARGER_THAN_THE_HEAP;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir
    Path folder;

    private final AtomicLong received = new AtomicLong();
    private volatile String outputPath = "";
    private Path picture;
    private volatile long bytes;

    private void makeALargeFile(long length) throws IOException {
        bytes = length;
        picture = folder.resolve("large.png");
        try (RandomAccessFile sparse = new RandomAccessFile(picture.toFile(), "rw")) {
            sparse.write(PNG);
            sparse.setLength(length);
        }
    }

    static Stream<Arguments> bodies() {
        return Stream.of(Arguments.of("file", HUGE), Arguments.of("stream", LARGER_THAN_THE_HEAP));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aLargePictureGoesUpAndALargeResultComesDownInLittleMemory(String body, long length) throws Exception {
        makeALargeFile(length);
        run("removeBackground", body);

        assertThat(received).hasValueGreaterThan(length);
        assertThat(folder.resolve("outbox/result")).hasSize(length);
    }

    @Test
    void aLargePictureThatCamelHasSpooledGoesUpInLittleMemory() throws Exception {
        makeALargeFile(LARGER_THAN_THE_HEAP);
        run("upload", "spooled");

        assertThat(received).hasValueGreaterThan(LARGER_THAN_THE_HEAP);
    }

    @Test
    void aLargeDownloadTakesLittleMemory() throws Exception {
        makeALargeFile(LARGER_THAN_THE_HEAP);
        run("download", "none");

        assertThat(folder.resolve("outbox/result")).hasSize(LARGER_THAN_THE_HEAP);
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

    private void answerLarge(Socket socket) throws IOException {
        RawServer.write(socket, "HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: " + bytes + "\n\n");
        OutputStream out = socket.getOutputStream();
        out.write(PNG);
        byte[] zeros = new byte[256 * 1024];
        for (long left = bytes - PNG.length; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }
}
