// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the page's scripts make of the state. */
class PageInBrowserIT {

    private static final String CHROMIUM =
            Optional.ofNullable(System.getenv("CHROMIUM")).orElse("chromium");

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(new FakeEngine()).build());

    @Test
    void aCutoutLiesUnderItsOriginalWithItsEngineQualityAndTime(TestInfo test, @TempDir Path profile) throws Exception {
        Needs.program(test, "Chromium", "chromium", CHROMIUM, "--version");
        TestClient client = TestClient.of(EMULATOR.emulator());
        client.uploaded("shop", "mug.png", TestPictures.png());
        client.process("shop/mug.png", TestClient.variant("shop/out.png").put("quality", "low"));
        client.uploaded("shop", "waiting.jpg", TestPictures.jpeg());

        String page = page(profile);

        assertThat(page)
                .containsPattern("Engine: <b id=\"engine\">FakeEngine</b>")
                .containsPattern("FakeEngine, quality low, \\d+ ms")
                .containsPattern("<img class=\"after\" src=\"/emulator/files/shop/out\\.png\\?\\d+\"")
                .containsPattern("<img class=\"before\" src=\"/emulator/files/shop/mug\\.png\\?\\d+\"")
                .contains("class=\"slider\"", ">Alpha</button>", ">Zoom 1×</button>")
                .contains("not processed yet");
    }

    /** The elements after the scripts have run. */
    private static String page(Path profile) throws IOException, InterruptedException {
        Process chromium = new ProcessBuilder(
                        CHROMIUM,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + profile,
                        "--virtual-time-budget=1500",
                        "--dump-dom",
                        EMULATOR.baseUrl() + "/")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = chromium.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            chromium.destroy();
            chromium.waitFor();
        }
    }
}
