// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The charges of process calls. */
class ChargesIT {

    private BackgroundCutEmulator emulator;
    private TestClient client;
    private String input;

    @BeforeEach
    void start() {
        emulator = BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().engine(new FakeEngine()).build());
        client = TestClient.of(emulator);
        input = client.uploaded("in", "mug.png", TestPictures.png());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void everyOutputIsChargedOnce() {
        process("out/b.png", "out/a.png");
        process("out/b.png");

        assertThat(emulator.charges()).containsExactly(Map.entry("out/b.png", 2), Map.entry("out/a.png", 1));
        assertThat(TestClient.text(client.with("").get("/emulator/charges")))
                .isEqualTo("{\"total\":3,\"paths\":{\"out/b.png\":2,\"out/a.png\":1}}");
    }

    @Test
    void nothingElseIsCharged() {
        client.getFile(input);
        client.post(
                TestClient.SEGMENT,
                new JsonObject()
                        .put("input_file_path", client.uploaded("in", "mug.jpg", TestPictures.jpeg()))
                        .put("output_file_path", "out/a.jpg")
                        .put("foreground_points", new JsonArray().add(new JsonObject("{\"x\": 1, \"y\": 1}"))));

        assertThat(client.getFile("out/a.jpg").statusCode()).isEqualTo(200);
        assertThat(emulator.charges()).isEmpty();
    }

    @Test
    void aFailedCallIsNotCharged() {
        String broken = client.uploaded("in", "broken.png", Arrays.copyOf(TestPictures.png(), 200));
        emulator.setPlan(Plan.unlimited().withCredits(1));

        assertThat(client.process(broken, TestClient.variant("out/1.png")).statusCode())
                .isEqualTo(400);
        assertThat(client.process("in/nothing.png", TestClient.variant("out/2.png"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.process(input, TestClient.variant("in/../x")).statusCode())
                .isEqualTo(400);

        assertThat(emulator.charges()).isEmpty();
        assertThat(process("out/4.png")).isEqualTo(200);
    }

    @Test
    void aLostAnswerIsCharged() throws IOException {
        emulator.setFaults("process.lost=1x");

        try (Wire wire = new Wire(emulator).process(input, "out/a.png")) {
            assertThat(wire.end().text()).isEmpty();
        }

        assertThat(emulator.charges()).containsExactly(Map.entry("out/a.png", 1));
    }

    @Test
    void creditsRunOut() {
        emulator.setPlan(Plan.unlimited().withCredits(3));

        assertThat(process("out/1.png", "out/2.png")).isEqualTo(200);
        assertThat(process("out/3.png", "out/4.png")).isEqualTo(402);
        assertThat(process("out/3.png")).isEqualTo(200);
        assertThat(process("out/5.png")).isEqualTo(402);
        assertThat(client.getFile("out/5.png").statusCode()).isEqualTo(404);
        assertThat(emulator.charges()).containsOnlyKeys("out/1.png", "out/2.png", "out/3.png");

        emulator.setPlan(Plan.unlimited().withCredits(1));
        assertThat(process("out/5.png")).isEqualTo(200);
    }

    private int process(String... outputs) {
        return client.process(
                        input, Arrays.stream(outputs).map(TestClient::variant).toArray(JsonObject[]::new))
                .statusCode();
    }
}
