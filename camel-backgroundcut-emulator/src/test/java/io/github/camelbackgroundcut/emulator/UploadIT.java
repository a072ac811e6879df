// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadIT {

    private static final int MAX_UPLOAD_BYTES = 200_000;

    @TempDir
    private Path folder;

    private BackgroundCutEmulator emulator;
    private TestClient client;

    @BeforeEach
    void start() {
        emulator = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .engine(new FakeEngine())
                .storageDirectory(folder)
                .maxUploadBytes(MAX_UPLOAD_BYTES)
                .build());
        client = TestClient.of(emulator);
    }

    /** Whatever happened: an answered upload has left no unfinished file. */
    @AfterEach
    void stop() {
        await().until(() -> stagedFiles().isEmpty());
        emulator.close();
    }

    @Test
    void aPictureIsStoredUnderItsDetectedExtension() {
        assertThat(client.uploaded("my-project", "photo.jpeg", TestPictures.jpeg()))
                .isEqualTo("my-project/photo.jpg");
        assertThat(client.uploaded("my-project", "photo.jpg", TestPictures.png()))
                .isEqualTo("my-project/photo.png");
        assertThat(client.uploaded("my/deep/project", "photo", TestPictures.png()))
                .isEqualTo("my/deep/project/photo.png");
    }

    @Test
    void severalPicturesComeBackInOrder() {
        HttpResponse<byte[]> response = client.upload(new Multipart()
                .file("b.jpg", TestPictures.jpeg())
                .file("a.png", TestPictures.png())
                .file("c.jpg", TestPictures.jpeg())
                .field("upload_path", "several"));

        assertThat(TestClient.paths(response, "file_paths"))
                .containsExactly("several/b.jpg", "several/a.png", "several/c.jpg");
        assertThat(client.getFile("several/a.png").body()).isEqualTo(TestPictures.png());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Größe 杯子 +1.jpg | Größe 杯子 +1.jpg",
                "we\"ird.jpg | we\"ird.jpg",
                "C:\\my pictures\\mug.jpg | mug.jpg",
                "../../mug.jpg | mug.jpg",
                "100%.jpg | 100%.jpg",
                "#?&.jpg | #?&.jpg"
            })
    void oddNamesWorkFromEndToEnd(String sent, String stored) {
        String path = client.uploaded("Odd nämes", sent, TestPictures.jpeg());

        assertThat(path).isEqualTo("Odd nämes/" + stored);
        assertThat(client.getFile(path).body()).isEqualTo(TestPictures.jpeg());
        assertThat(client.process(path, TestClient.variant("Odd nämes/out +" + stored))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.getFile("Odd nämes/out +" + stored).statusCode()).isEqualTo(200);
    }

    @Test
    void aLineBreakInANameIsReplaced() {
        assertThat(client.uploaded("a", "line\r\nbreak.jpg", TestPictures.jpeg()))
                .isEqualTo("a/line__break.jpg");
    }

    @Test
    void aFileOfTheSamePathIsReplaced() {
        client.uploaded("a", "mug.png", TestPictures.png());
        byte[] longer = Arrays.copyOf(TestPictures.png(), TestPictures.png().length + 100);

        client.uploaded("a", "mug.png", longer);

        assertThat(client.getFile("a/mug.png").body()).isEqualTo(longer);
    }

    @Test
    void twoFilesOfOneUploadMustNotReplaceEachOther() {
        HttpResponse<byte[]> response = client.upload(
                Multipart.upload("a").file("mug.png", TestPictures.png()).file("x/mug.jpg", TestPictures.png()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("a/mug.png");
    }

    @Test
    void whatIsNoPictureIsRefusedWithAllOfItsUpload() {
        HttpResponse<byte[]> response = client.upload(Multipart.upload("a")
                .file("good.png", TestPictures.png())
                .file("text.jpg", "just text".getBytes(StandardCharsets.UTF_8)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("text.jpg").contains("PNG, JPEG and WebP");
        assertThat(client.getFile("a/good.png").statusCode()).isEqualTo(404);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(client.upload(Multipart.upload("a").file("empty.png", new byte[0]))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUploadPathIsNeeded() {
        HttpResponse<byte[]> response = client.upload(new Multipart().file("mug.png", TestPictures.png()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("upload_path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "/etc", "a/../b", "a//b", "a/", "a\\b", "%2e%2e", "a%2fb", "a\u0001b"})
    void anUploadPathThatCouldLeadOutsideIsRefused(String uploadPath) {
        HttpResponse<byte[]> response =
                client.upload(Multipart.upload(uploadPath).file("mug.png", TestPictures.png()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("path");
    }

    @Test
    void filesMustBeCalledFilesOrFile() {
        HttpResponse<byte[]> response =
                client.upload(Multipart.upload("a").file("photo", "mug.png", TestPictures.png()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response))
                .isEqualTo("There is no file part named 'files' or 'file', but one named 'photo'");
    }

    @Test
    void otherBodiesAreRefused() {
        assertThat(client.post(TestClient.UPLOAD, "{}").statusCode()).isEqualTo(400);
        assertThat(client.send("POST", TestClient.UPLOAD, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMultipartBodyWithoutABoundaryIsRefused() {
        HttpResponse<byte[]> response = client.send(
                "POST", TestClient.UPLOAD, BodyPublishers.ofString("x"), "Content-Type", "multipart/form-data");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("boundary");
    }

    @Test
    void aBodyThatEndsInAPartIsRefused() {
        byte[] body = Multipart.upload("a").file("mug.png", TestPictures.png()).unfinished();

        HttpResponse<byte[]> response = client.upload(Arrays.copyOf(body, body.length - 50));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("middle of a part");
    }

    @Test
    void aBodyThatEndsAfterAPartIsRefused() {
        byte[] body = Multipart.upload("a")
                .file("mug.png", TestPictures.png())
                .file("cut.png", TestPictures.png())
                .unfinished();

        HttpResponse<byte[]> response = client.upload(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(client.getFile("a/mug.png").statusCode()).isEqualTo(404);
    }

    @Test
    void anUploadThatIsTooLargeIsRefused() {
        byte[] large = Arrays.copyOf(TestPictures.png(), MAX_UPLOAD_BYTES + 1);

        HttpResponse<byte[]> response = client.upload(Multipart.upload("a").file("mug.png", large));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(TestClient.detail(response)).contains(String.valueOf(MAX_UPLOAD_BYTES));
    }

    @Test
    void anUploadOfUnknownLengthThatIsTooLargeIsRefused() {
        byte[] large = Arrays.copyOf(TestPictures.png(), 20 * MAX_UPLOAD_BYTES);
        byte[] body = Multipart.upload("a").file("mug.png", large).end();

        HttpResponse<byte[]> response = client.send(
                "POST",
                TestClient.UPLOAD,
                BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)),
                "Content-Type",
                Multipart.contentType());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(client.getFile("a/mug.png").statusCode()).isEqualTo(404);
    }

    @Test
    void theConnectionSurvivesARefusedUpload() {
        byte[] large = Arrays.copyOf(TestPictures.png(), 20 * MAX_UPLOAD_BYTES);

        assertThat(client.with("Token wrong")
                        .upload(Multipart.upload("a").file("mug.png", large))
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.uploaded("a", "mug.png", TestPictures.png())).isEqualTo("a/mug.png");
    }

    @Test
    void aGiantFieldIsRefused() {
        HttpResponse<byte[]> response =
                client.upload(Multipart.upload("x".repeat(100_000)).file("mug.png", TestPictures.png()));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(TestClient.detail(response)).contains("field");
    }

    @Test
    void tooManyPartsAreRefused() {
        Multipart files = Multipart.upload("a");
        Multipart fields = Multipart.upload("a");
        for (int i = 0; i <= 100; i++) {
            files.file("mug" + i + ".png", TestPictures.png());
            fields.field("field" + i, "x");
        }
        fields.file("mug.png", TestPictures.png());

        HttpResponse<byte[]> tooManyFiles = client.upload(files);
        HttpResponse<byte[]> tooManyFields = client.upload(fields);

        assertThat(tooManyFiles.statusCode()).isIn(400, 413);
        assertThat(tooManyFields.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(tooManyFields)).contains("100");
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws IOException {
        byte[] start = Multipart.upload("a")
                .file("mug.png", Arrays.copyOf(TestPictures.png(), 100_000))
                .unfinished();
        try (Socket socket = new Socket("127.0.0.1", emulator.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + TestClient.UPLOAD + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token "
                            + emulator.apiKey() + "\r\nContent-Type: " + Multipart.contentType()
                            + "\r\nContent-Length: 190000\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(start);
            out.flush();
            await().until(() -> !stagedFiles().isEmpty());
        }

        await().until(() -> stagedFiles().isEmpty());
        assertThat(client.getFile("a/mug.png").statusCode()).isEqualTo(404);
    }

    private List<Path> stagedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> file.getParent().getFileName().toString().equals(".staging"))
                    .toList();
        }
    }
}
