// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesIT {

    @TempDir
    private Path folder;

    private BackgroundCutEmulator emulator;
    private TestClient client;

    @BeforeEach
    void start() {
        emulator = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .engine(new FakeEngine())
                .storageDirectory(folder)
                .build());
        client = TestClient.of(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aFileIsSentWithItsTypeAndLength() {
        byte[] picture = TestPictures.jpeg();
        client.uploaded("a", "mug.jpg", picture);

        HttpResponse<byte[]> response = client.getFile("a/mug.jpg");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(picture);
        assertThat(response.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(response.headers().firstValue("Content-Length")).contains(String.valueOf(picture.length));
        assertThat(response.headers().firstValue("Cache-Control")).contains("private, no-store");
    }

    @Test
    void headTellsTheSameWithoutTheBytes() {
        byte[] picture = TestPictures.png();
        client.uploaded("a", "mug.png", picture);

        HttpResponse<byte[]> response = client.send("HEAD", "/v3/files/a/mug.png", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(response.headers().firstValue("Content-Length")).contains(String.valueOf(picture.length));
    }

    @Test
    void anUnknownFileIsNotFound() {
        HttpResponse<byte[]> response = client.getFile("a/nothing.png");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestClient.detail(response)).contains("a/nothing.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../../etc/passwd",
                "a/../b.png",
                "./a.png",
                "a/.",
                "//etc/passwd",
                "/etc/passwd",
                "a//b.png",
                "a/",
                "",
                "a\\b.png",
                "..\\..\\x",
                "%2e%2e/%2e%2e/etc/passwd",
                "%2E%2E/x",
                ".%2e/x",
                "..%2f..%2fetc%2fpasswd",
                "a%2Fb.png",
                "a%5cb.png",
                "%252e%252e/x",
                "..%252fx",
                "a%252Fb.png",
                "%25252e%25252e/x",
                "a%00.png",
                "a%0a.png",
                "a%7f.png",
                "a%C2%85.png",
                "%c0%ae%c0%ae/x",
                "a%zz.png",
                "a%"
            })
    void aPathThatCouldLeadOutsideIsRefused(String path) {
        String answer = client.rawGet("/v3/files/" + path, Map.of("Host", "localhost"));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("{\"detail\":\"");
    }

    @Test
    void aWholeUrlAsTargetIsNoWayAround() {
        String answer = client.rawGet("http://localhost/v3/files/../x", Map.of("Host", "localhost"));

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aFileThatSomeoneElsePutIntoTheStoreIsNotServed() throws IOException {
        Path secret = Files.write(folder.resolve("secret.png"), TestPictures.png());
        Files.createSymbolicLink(storeFolder().resolve("link.png"), secret);
        Files.createSymbolicLink(storeFolder().resolve("outside"), folder);

        assertThat(client.getFile("link.png").statusCode()).isEqualTo(404);
        assertThat(client.getFile("outside/secret.png").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v3/auth/access-token/, 'POST, OPTIONS'",
        "GET, /v3/file-ops/upload/, 'POST, OPTIONS'",
        "PUT, /v3/file-ops/upload/, 'POST, OPTIONS'",
        "DELETE, /v3/tools/ai/remove-bg/process/, 'POST, OPTIONS'",
        "GET, /v3/tools/ai/ai-cut/segment/, 'POST, OPTIONS'",
        "POST, /v3/files/a.png, 'GET, HEAD, OPTIONS'",
        "DELETE, /v3/files/a.png, 'GET, HEAD, OPTIONS'",
        "POST, /v3/file-ops/usage/, 'GET, HEAD, OPTIONS'"
    })
    void aWrongMethodIsNotAllowed(String method, String path, String allowed) {
        HttpResponse<byte[]> response = client.send(method, path, BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains(allowed);
        assertThat(TestClient.detail(response)).contains(method);
    }

    @Test
    void optionsTellsTheMethods() {
        HttpResponse<byte[]> response = client.with("").send("OPTIONS", "/v3/files/a.png", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/", "/v3/unknown/", "/v4/files/x", "/unknown", "/v3/file-ops/upload"})
    void anUnknownRouteIsNotFound(String path) {
        HttpResponse<byte[]> response = client.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestClient.detail(response)).contains(path);
    }

    @Test
    void garbageInsteadOfHttpIsABadRequest() {
        String answer = client.raw("GET / / HTTP/banana\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.").contains(" 400 ").contains("{\"detail\":\"");
    }

    @Test
    void theFolderIsGoneAfterClosing() throws IOException {
        client.uploaded("a", "mug.png", TestPictures.png());

        emulator.close();
        emulator.close();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private Path storeFolder() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
