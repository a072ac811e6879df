// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.PointHints;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other calls while the engine works. */
class ConcurrencyIT {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final SlowEngine engine = new SlowEngine();

    private BackgroundCutEmulator emulator;
    private TestClient client;

    @BeforeEach
    void start() {
        emulator = BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().engine(engine).build());
        client = TestClient.of(emulator);
        client.uploaded("in", "mug.png", TestPictures.png());
    }

    @AfterEach
    void stop() {
        engine.goOn.countDown();
        emulator.close();
    }

    @Test
    void anOutputAppearsWhenItIsDoneAndNotBefore() {
        CompletableFuture<HttpResponse<byte[]>> answer = process("out/1.png");
        await().until(() -> engine.running.get() == 1);
        assertThat(client.getFile("out/1.png").statusCode()).isEqualTo(404);

        engine.goOn.countDown();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(client.getFile("out/1.png").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyAsManyPicturesAsCoresAreWorkedOn() {
        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, CORES + 3)
                .mapToObj(i -> process("out/" + i + ".png"))
                .toList();
        await().until(() -> engine.running.get() == CORES);
        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(200);

        engine.goOn.countDown();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(engine.most.get()).isEqualTo(CORES);
    }

    private CompletableFuture<HttpResponse<byte[]>> process(String outputPath) {
        return CompletableFuture.supplyAsync(
                () -> client.process("in/mug.png", TestClient.variant(outputPath)), task -> new Thread(task).start());
    }

    private static final class SlowEngine implements CutoutEngine {

        private final FakeEngine engine = new FakeEngine();
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public AlphaMatte matte(Picture picture, Quality quality) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                goOn.await();
                return engine.matte(picture, quality);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public AlphaMatte matte(Picture picture, PointHints hints) {
            return engine.matte(picture, hints);
        }
    }
}
