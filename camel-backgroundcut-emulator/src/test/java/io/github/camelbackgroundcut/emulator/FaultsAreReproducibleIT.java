// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same seed and the same calls bring the same faults. */
class FaultsAreReproducibleIT {

    private static final List<String> PATHS =
            IntStream.range(0, 40).mapToObj(i -> "never/" + i + ".png").toList();

    @Test
    void inAnotherEmulator() throws Exception {
        assertThat(statuses(7, 1)).isEqualTo(statuses(7, 1)).containsValues(404, 429);
    }

    @Test
    void withSeveralCallsAtOnce() throws Exception {
        assertThat(statuses(7, 8)).isEqualTo(statuses(7, 1));
    }

    @Test
    void butNotWithAnotherSeed() throws Exception {
        assertThat(statuses(8, 1)).isNotEqualTo(statuses(7, 1));
    }

    private static Map<String, Integer> statuses(long seed, int threads) throws Exception {
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .engine(new FakeEngine())
                .faults("download.429=0.4, seed=" + seed)
                .build();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            TestClient client = TestClient.of(emulator);
            Map<String, Future<Integer>> calls = PATHS.stream().collect(Collectors.toMap(path -> path, path -> {
                Callable<Integer> call = () -> client.getFile(path).statusCode();
                return executor.submit(call);
            }));
            Map<String, Integer> statuses = new TreeMap<>();
            for (Map.Entry<String, Future<Integer>> call : calls.entrySet()) {
                statuses.put(call.getKey(), call.getValue().get());
            }
            return statuses;
        } finally {
            executor.shutdownNow();
        }
    }
}
