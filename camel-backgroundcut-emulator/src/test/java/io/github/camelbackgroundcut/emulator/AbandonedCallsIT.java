// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.PointHints;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers that are gone before their answer is. */
class AbandonedCallsIT {

    @TempDir
    private Path folder;

    private final HeldEngine engine = new HeldEngine();

    private BackgroundCutEmulator emulator;
    private TestClient client;
    private String input;
    private int pooledConnections;

    @BeforeEach
    void start() {
        emulator = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .engine(engine)
                .storageDirectory(folder)
                .build());
        client = TestClient.of(emulator);
        input = client.uploaded("in", "mug.png", TestPictures.png());
        pooledConnections = emulator.openConnections();
    }

    @AfterEach
    void stop() {
        engine.mayFinish.countDown();
        emulator.close();
    }

    @Test
    void openConnectionsAreCounted() throws IOException {
        try (Wire one = new Wire(emulator).send("GET");
                Wire two = new Wire(emulator).send("GET")) {
            await().until(() -> emulator.openConnections() == pooledConnections + 2);
        }

        awaitCallersGone();
    }

    @Test
    void aCallThatTheEngineIsAtIsFinishedAndCharged() throws IOException {
        try (Wire wire = new Wire(emulator).process(input, "out/gone.png")) {
            await().until(() -> engine.working.getCount() == 0);
        }
        awaitCallersGone();
        assertThat(emulator.charges()).isEmpty();

        engine.mayFinish.countDown();

        awaitCharge();
    }

    @Test
    void aCallThatWaitsForTheEngineIsFinishedAndCharged() throws IOException {
        emulator.setFaults("process.latency=1x:500ms");
        engine.mayFinish.countDown();
        try (Wire wire = new Wire(emulator).process(input, "out/gone.png")) {
            await().until(() -> emulator.struckFaults().containsKey("process.latency"));
        }
        awaitCallersGone();
        assertThat(emulator.charges()).isEmpty();

        awaitCharge();
    }

    @Test
    void aProcessCallThatWasNotReadWholeIsNotCarriedOut() throws IOException {
        engine.mayFinish.countDown();
        try (Wire wire = new Wire(emulator).head(TestClient.PROCESS, "application/json", 1000)) {
            wire.send("{\"input_file_path\": \"" + input + "\",");
            await().until(() -> emulator.openConnections() > pooledConnections);
        }
        awaitCallersGone();

        assertThat(client.process(input, TestClient.variant("out/next.png")).statusCode())
                .isEqualTo(200);
        assertThat(emulator.charges()).containsOnlyKeys("out/next.png");
    }

    @Test
    void anUploadThatIsAbandonedWhileItWaitsLeavesNothing() throws IOException {
        emulator.setFaults("upload.latency=1x:300ms");
        byte[] start =
                Multipart.upload("in").file("half.png", TestPictures.png()).unfinished();
        try (Wire wire = new Wire(emulator).head(TestClient.UPLOAD, Multipart.contentType(), start.length + 100)) {
            wire.send(start);
            await().until(() -> emulator.struckFaults().containsKey("upload.latency"));
        }
        awaitCallersGone();

        // Served after the waiting one has ended, for better or worse.
        emulator.setFaults("upload.latency=1x:600ms");
        client.uploaded("in", "next.png", TestPictures.png());

        assertThat(client.getFile("in/half.png").statusCode()).isEqualTo(404);
        await().until(() -> stagingFolders() == 0);
    }

    /** Clients come and go: that is no error of the emulator. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aConnectionThatEndsDuringAnUploadIsNoError(boolean reset, boolean inAFile) throws IOException {
        Multipart body = Multipart.upload("in");
        byte[] start = (inAFile ? body.file("half.png", TestPictures.png()) : body).unfinished();
        try (LoggedErrors errors = new LoggedErrors();
                Wire wire = new Wire(emulator).head(TestClient.UPLOAD, Multipart.contentType(), start.length + 100)) {
            wire.send(start);
            await().until(() -> stagingFolders() == 1);
            if (reset) {
                wire.reset();
            } else {
                wire.close();
            }
            awaitCallersGone();
            await().until(() -> stagingFolders() == 0);

            assertThat(errors.messages()).isEmpty();
        }
    }

    private void awaitCallersGone() {
        await().until(() -> emulator.openConnections() == pooledConnections);
    }

    private void awaitCharge() {
        await().until(() -> emulator.charges().equals(Map.of("out/gone.png", 1)));
        assertThat(client.getFile("out/gone.png").statusCode()).isEqualTo(200);
    }

    private long stagingFolders() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("call-"))
                    .count();
        }
    }

    /** Says when it works, and finishes when it may. */
    private static final class HeldEngine implements CutoutEngine {

        private final CountDownLatch working = new CountDownLatch(1);
        private final CountDownLatch mayFinish = new CountDownLatch(1);
        private final FakeEngine engine = new FakeEngine();

        @Override
        public AlphaMatte matte(Picture picture, Quality quality) {
            working.countDown();
            try {
                mayFinish.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return engine.matte(picture, quality);
        }

        @Override
        public AlphaMatte matte(Picture picture, PointHints points) {
            return engine.matte(picture, points);
        }
    }
}
