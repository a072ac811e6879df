// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the page does with pictures, settings and tokens. */
class PageIT extends BrowserTest {

    PageIT() {
        super(new BorderThresholdEngine());
    }

    @Test
    void formatResolutionAndBackgroundAreAsChosenAndCanBeChangedWithoutAnotherUpload() throws IOException {
        page.selectOption("[name=format]", "jpeg");
        page.selectOption("[name=maxResolution]", "250000");
        page.selectOption("[name=background]", "colour");
        page.locator("[name=colour]").fill("#00ff00");
        choose("mug.jpg");
        assertThat(card("mug.jpg").locator(".status")).containsText("Done", patiently());

        Download download =
                page.waitForDownload(() -> card("mug.jpg").locator(".save").click());
        var image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(download.path())));
        assertThat(download.suggestedFilename()).isEqualTo("mug-cutout.jpg");
        assertThat(image.getWidth() * image.getHeight()).isLessThanOrEqualTo(250_000);
        assertThat((image.getRGB(3, 3) >> 8) & 0xff).isGreaterThan(230);
        assertThat((image.getRGB(3, 3) >> 16) & 0xff).isLessThan(25);

        page.selectOption("[name=format]", "webp");
        page.locator("#again").click();
        assertThat(card("mug.jpg").locator(".save")).hasAttribute("download", "mug-cutout.webp");
        assertThat(calls("/v3/file-ops/upload/")).isEqualTo(1);
    }

    @Test
    void itWorksByKeyboard() {
        page.keyboard().press("Tab");
        assertThat(page.locator("#choose")).isFocused();
        page.onFileChooser(chooser -> chooser.setFiles(SAMPLES.resolve("perfume.jpg")));
        page.keyboard().press("Enter");
        assertThat(card("perfume.jpg").locator(".status")).containsText("Done", patiently());

        Locator slider = card("perfume.jpg").locator("input[type=range]");
        slider.focus();
        page.keyboard().press("Home");

        assertThat(slider).hasValue("0");
        assertThat(slider)
                .hasAttribute(
                        "aria-label",
                        "Before and after of perfume.jpg: how much of the original is shown," + " in percent");
        assertThat(card("perfume.jpg").locator(".before")).hasCSS("clip-path", "inset(0px 0px 0px 100%)");
    }

    @Test
    void aTokenThatExpiresInMidBatchIsReplacedAndNothingIsPaidTwice() {
        int before = charges();
        // Each process call takes a while, in which all tokens expire.
        server.emulator.setFaults("process.latency=2x:1500ms");
        choose("mug.jpg", "perfume.jpg", "plant.jpg");
        page.waitForRequest("**/process/", () -> {});
        server.clock.advance(Duration.ofMinutes(11));

        assertThat(page.locator("#summary")).containsText("3 of 3 done", patiently());
        assertThat(calls("/api/backgroundcut-token")).isEqualTo(2);
        assertThat(charges() - before).isLessThanOrEqualTo(3);
    }

    /** Shorter than a process call takes: each step needs a token of its own, and nothing is done twice. */
    @Test
    void tokensThatLastForASecondAreEnough() {
        try (TestServer hasty = new TestServer(Map.of("tokenserver.expires-in", "1"))) {
            hasty.emulator.setFaults("process.latency=1:1200ms");
            context.close();
            open(hasty, new NewContextOptions());
            choose("mug.jpg", "perfume.jpg", "plant.jpg");

            assertThat(page.locator("#summary")).containsText("3 of 3 done", patiently());
            assertThat(calls("/api/backgroundcut-token")).isGreaterThan(1);
            assertThat(hasty.emulator.charges())
                    .hasSize(3)
                    .allSatisfy((path, times) -> assertThat(times).isEqualTo(1));
        }
    }

    @Test
    void whenTheServiceAsksToWaitThePageWaits() {
        server.emulator.setFaults("upload.429=1x:2s");
        choose("mug.jpg");

        assertThat(card("mug.jpg").locator(".status")).containsText("The service asks to wait", patiently());
        assertThat(card("mug.jpg").locator(".status")).containsText("Done", patiently());
        assertThat(calls("/v3/file-ops/upload/")).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsLostAfterItWasPaidForIsLookedFor() {
        int before = charges();
        server.emulator.setFaults("process.504=1x");
        page.selectOption("[name=maxResolution]", "1000000");
        choose("plant.jpg");

        assertThat(card("plant.jpg").locator(".status")).containsText("Done", patiently());
        assertThat(charges() - before).isEqualTo(1);
        assertThat(calls("/v3/tools/ai/remove-bg/process/")).isEqualTo(1);
    }

    @Test
    void thePictureThatIsChosenTwiceIsPaidForOnce() {
        int before = charges();
        page.selectOption("[name=maxResolution]", "3000000");
        page.setInputFiles("#files", new Path[] {SAMPLES.resolve("mug.jpg")});
        page.setInputFiles("#files", new Path[] {SAMPLES.resolve("mug.jpg")});

        assertThat(page.locator("#summary")).containsText("2 of 2 done", patiently());
        assertThat(charges() - before).isEqualTo(1);
    }
}
