// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The page with pictures, settings and tokens. */
class PageIT extends BrowserTest {

    private static final String PROCESS = "**/process/";

    PageIT() {
        super(new BorderThresholdEngine());
    }

    @Test
    void formatResolutionAndBackgroundAreAsChosenAndCanBeChangedWithoutAnotherUpload() throws IOException {
        page.check("[name=format][value=jpeg]");
        page.selectOption("[name=maxResolution]", "250000");
        page.check("[name=background][value=own]");
        page.locator("[name=colour]").fill("#00ff00");
        choose("mug.jpg");
        assertThat(card("mug.jpg").locator(".status")).containsText("Done");

        Download download =
                page.waitForDownload(() -> card("mug.jpg").locator(".save").click());
        var image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(download.path())));
        assertThat(download.suggestedFilename()).isEqualTo("mug-cutout.jpg");
        assertThat(image.getWidth() * image.getHeight()).isLessThanOrEqualTo(250_000);
        assertThat((image.getRGB(3, 3) >> 8) & 0xff).isGreaterThan(230);
        assertThat((image.getRGB(3, 3) >> 16) & 0xff).isLessThan(25);

        page.check("[name=format][value=webp]");
        page.locator("#again").click();
        assertThat(card("mug.jpg").locator(".save")).hasAttribute("download", "mug-cutout.webp");
        assertThat(calls("/v3/file-ops/upload/")).isEqualTo(1);
    }

    @Test
    void itWorksByKeyboard() {
        page.keyboard().press("Tab");
        assertThat(page.locator("#choose")).isFocused();
        page.keyboard().press("Enter");
        FileChooser chooser = chooser();
        assertThat(chooser.element().getAttribute("id")).isEqualTo("files");
        chooser.setFiles(SAMPLES.resolve("perfume.jpg"));
        assertThat(card("perfume.jpg").locator(".status")).containsText("Done");

        Locator slider = card("perfume.jpg").locator("input[type=range]");
        slider.focus();
        page.keyboard().press("Home");

        assertThat(slider).hasValue("0");
        assertThat(slider)
                .hasAttribute("aria-label", "Before and after of perfume.jpg: how much of the original is shown");
        assertThat(card("perfume.jpg").locator(".original")).hasCSS("clip-path", "inset(0px 100% 0px 0px)");

        page.keyboard().press("ArrowRight");
        assertThat(slider).hasAttribute("aria-valuetext", "1 percent of the original");
        assertThat(card("perfume.jpg").locator(".original")).hasCSS("clip-path", "inset(0px 99% 0px 0px)");

        page.keyboard().press("Tab");
        assertThat(card("perfume.jpg").locator(".save")).isFocused();
    }

    @Test
    void theSliderFollowsThePointerOnThePicture() {
        choose("perfume.jpg");
        assertThat(card("perfume.jpg").locator(".status")).containsText("Done");
        var box = card("perfume.jpg").locator(".frame").boundingBox();

        page.mouse().move(box.x + box.width / 2, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.8, box.y + 20);
        page.mouse().up();

        assertThat(card("perfume.jpg").locator(".slider")).hasValue("80");
        assertThat(box.width / box.height)
                .as("the chequerboard is as large as the picture")
                .isBetween(0.99, 1.01);
    }

    @Test
    void theFocusIsNotLostWithAPictureThatIsRemoved() {
        choose("mug.jpg", "perfume.jpg");
        card("mug.jpg").locator(".remove").focus();
        page.keyboard().press("Enter");
        assertThat(card("perfume.jpg").locator(".remove")).isFocused();

        page.keyboard().press("Enter");
        assertThat(page.locator("#choose")).isFocused();
        assertThat(page.locator(".card")).hasCount(0);
    }

    @Test
    void allAreDownloadedWithOneClick() {
        page.selectOption("[name=maxResolution]", "250000");
        choose("mug.jpg", "plant.jpg");
        assertThat(page.locator("#summary")).containsText("2 of 2 done");
        List<String> names = new CopyOnWriteArrayList<>();
        page.onDownload(download -> names.add(download.suggestedFilename()));

        page.locator("#save-all").click();

        page.waitForCondition(() -> names.size() == 2);
        assertThat(names).containsExactlyInAnyOrder("mug-cutout.png", "plant-cutout.png");
    }

    @Test
    void eachStepShowsHowFarItIs() {
        HeldCalls processes = hold(PROCESS);
        page.clock().install();
        page.check("[name=background][value='#000000']");
        choose("mug.jpg");
        processes.await(1);
        page.clock().fastForward("00:02");

        Locator card = card("mug.jpg");
        assertThat(card.locator(".status")).hasText(Pattern.compile("Cutting out: \\d+ s"));
        assertThat(card.locator(".before")).isVisible();
        assertThat(card.locator(".upload")).hasJSProperty("value", 100);
        assertThat(card.locator(".process")).hasJSProperty("position", -1);
        screenshot("cutting-out");

        processes.release();
        assertThat(card.locator(".status")).containsText("Done");
    }

    @Test
    void aTokenThatExpiresInMidBatchIsReplacedAndNothingIsPaidTwice() {
        int before = charges();
        HeldCalls processes = hold(PROCESS);
        choose("mug.jpg", "perfume.jpg", "plant.jpg");
        processes.await(3);
        server.clock.advance(Duration.ofMinutes(11));
        processes.release();

        assertThat(page.locator("#summary")).containsText("3 of 3 done");
        assertThat(calls("/api/backgroundcut-token")).isEqualTo(2);
        assertThat(charges() - before).isEqualTo(3);
    }

    /** Shorter than a call takes: each step needs a token of its own, and nothing is done twice. */
    @Test
    void tokensThatLastForASecondAreEnough() {
        try (TestServer hasty = new TestServer(Map.of("tokenserver.expires-in", "1"))) {
            hasty.clock.stop();
            context.close();
            open(hasty, new NewContextOptions());
            // By a clock that is right, the page would ask for tokens in between, at times that depend on the machine.
            page.clock().setFixedTime("2020-01-01");
            HeldCalls processes = hold(PROCESS);
            HeldCalls downloads = hold("**/v3/files/**");
            choose("mug.jpg", "perfume.jpg", "plant.jpg");
            for (HeldCalls step : List.of(processes, downloads)) {
                step.await(3);
                hasty.clock.advance(Duration.ofSeconds(1));
                step.release();
            }

            assertThat(page.locator("#summary")).containsText("3 of 3 done");
            assertThat(calls("/api/backgroundcut-token")).isEqualTo(3);
            assertThat(tokens("/v3/tools/ai/remove-bg/process/"))
                    .doesNotContainAnyElementsOf(tokens("/v3/file-ops/upload/"))
                    .doesNotContainAnyElementsOf(tokens("/v3/files/"));
            assertThat(hasty.emulator.charges())
                    .hasSize(3)
                    .allSatisfy((path, times) -> assertThat(times).isEqualTo(1));
        }
    }

    @Test
    void aTokenThatIsAboutToExpireIsNotSent() {
        page.clock().install();
        choose("mug.jpg");
        assertThat(card("mug.jpg").locator(".status")).containsText("Done");
        page.clock().fastForward(Duration.ofSeconds(597).toMillis());
        choose("plant.jpg");

        assertThat(card("plant.jpg").locator(".status")).containsText("Done");
        assertThat(calls("/api/backgroundcut-token")).isEqualTo(2);
        assertThat(requests("/v3/"))
                .allSatisfy(request -> assertThat(request.response().status()).isEqualTo(200));
    }

    @Test
    void whenTheServiceAsksToWaitThePageWaits() {
        page.clock().install();
        server.emulator.setFaults("upload.429=1x:1m");
        choose("mug.jpg");
        assertThat(card("mug.jpg").locator(".status")).containsText("The service asks to wait");
        assertThat(calls("/v3/file-ops/upload/")).isEqualTo(1);

        page.clock().fastForward("01:00");
        assertThat(card("mug.jpg").locator(".status")).containsText("Done");
        assertThat(calls("/v3/file-ops/upload/")).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsLostAfterItWasPaidForIsLookedFor() {
        int before = charges();
        server.emulator.setFaults("process.504=1x");
        page.selectOption("[name=maxResolution]", "1000000");
        choose("plant.jpg");

        assertThat(card("plant.jpg").locator(".status")).containsText("Done");
        assertThat(charges() - before).isEqualTo(1);
        assertThat(calls("/v3/tools/ai/remove-bg/process/")).isEqualTo(1);
    }

    @Test
    void thePictureThatIsChosenTwiceIsPaidForOnce() {
        int before = charges();
        page.selectOption("[name=maxResolution]", "3000000");
        page.setInputFiles("#files", new Path[] {SAMPLES.resolve("mug.jpg")});
        page.setInputFiles("#files", new Path[] {SAMPLES.resolve("mug.jpg")});

        assertThat(page.locator("#summary")).containsText("2 of 2 done");
        assertThat(charges() - before).isEqualTo(1);
    }
}
