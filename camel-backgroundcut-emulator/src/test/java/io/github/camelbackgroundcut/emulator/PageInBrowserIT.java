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

    /** The object has the shape of its picture here, so that the crop has it, too. */
    @Test
    void aCropIsBesideItsOriginal(TestInfo test, @TempDir Path profile) throws Exception {
        Needs.program(test, "Chromium", "chromium", CHROMIUM, "--version");
        TestClient client = TestClient.of(EMULATOR.emulator());
        client.uploaded("crops", "mug.png", TestPictures.png());
        client.process("crops/mug.png", TestClient.variant("crops/crop.png").put("autocrop", true));
        client.process("crops/mug.png", TestClient.variant("crops/whole.png"));

        String page = page(profile);

        assertThat(page)
                .containsPattern("<div class=\"compare apart\">(?:(?!</figure>).)*crops/crop\\.png")
                .containsPattern("<div class=\"compare\">(?:(?!</figure>).)*crops/whole\\.png");
    }

    @Test
    void anOriginalThatWasReplacedIsNotComparedWithTheOldCutout(TestInfo test, @TempDir Path profile) throws Exception {
        Needs.program(test, "Chromium", "chromium", CHROMIUM, "--version");
        TestClient client = TestClient.of(EMULATOR.emulator());
        client.uploadUnder("replaced/mug.png", TestPictures.png());
        client.processKey("replaced/mug.png", TestClient.keyVariant("replaced/old.png"));
        client.uploadUnder("replaced/mug.png", TestPictures.png());

        String page = page(profile);

        assertThat(page)
                .contains("alt=\"After: replaced/old.png\"", "alt=\"Before: replaced/mug.png\"")
                .doesNotContain("<img class=\"after\" src=\"/emulator/files/replaced/old.png");
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
