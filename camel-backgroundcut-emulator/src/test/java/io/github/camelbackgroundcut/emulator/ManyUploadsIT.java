// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads that come faster than the disk takes them. */
class ManyUploadsIT {

    private static final int AT_ONCE = 20;
    private static final int UPLOADS = 4 * AT_ONCE;
    private static final int BYTES = 5_000_000;

    private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);

    private BackgroundCutEmulator emulator;
    private TestClient client;

    @BeforeEach
    void start() {
        emulator = BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().engine(new FakeEngine()).build());
        client = TestClient.of(emulator);
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
        emulator.close();
    }

    @Test
    void allAreStoredWhole() throws Exception {
        byte[] picture = Arrays.copyOf(TestPictures.png(), BYTES);
        byte[] body = Multipart.upload("a").file("mug.png", picture).end();
        Callable<Integer> upload = () -> client.upload(body).statusCode();

        List<Future<Integer>> answers = callers.invokeAll(
                IntStream.range(0, UPLOADS).mapToObj(i -> upload).toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
        assertThat(client.getFile("a/mug.png").body()).isEqualTo(picture);
    }
}
