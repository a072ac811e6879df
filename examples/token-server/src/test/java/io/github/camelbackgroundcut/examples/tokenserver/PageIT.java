// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real Chromium. Its screenshots are left in {@code target/screenshots}. */
class PageIT {

    private static final Path SAMPLES = Path.of("samples");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE = 60_000;

    private static Chromium chromium;
    private static TestServer server;

    private BrowserContext context;
    private Page page;
    private KeyWatch watch;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        open(server, new NewContextOptions().setViewportSize(1280, 900));
    }

    @AfterEach
    void nowhereIsTheKeyAndNoScriptFailed() {
        watch.assertNowhere(server.apiKey, page);
        assertThat(complaints)
                .as("errors of scripts and of the content security policy")
                .isEmpty();
        context.close();
        server.emulator.setFaults(FaultPlan.none());
    }

    @Test
    void chosenPicturesAreCutOutAndCanBeDownloaded() throws IOException {
        choose("mug.jpg", "perfume.jpg", "plant.jpg");

        assertThat(page.locator("#summary")).containsText("3 of 3 done", patiently());
        assertThat(card("mug.jpg").locator(".status")).containsText("1400 × 1050 pixels");
        Download download =
                page.waitForDownload(() -> card("mug.jpg").locator(".save").click());
        assertThat(download.suggestedFilename()).isEqualTo("mug-cutout.png");
        assertThat(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(download.path())))
                        .getColorModel()
                        .hasAlpha())
                .isTrue();
        screenshot("light");
    }

    @Test
    void picturesAreDroppedOnAPhoneInTheDark() throws IOException {
        context.close();
        open(
                server,
                new NewContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setColorScheme(ColorScheme.DARK));

        drop("perfume.jpg");

        assertThat(card("perfume.jpg").locator(".status")).containsText("Done", patiently());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        screenshot("dark-phone");
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

    @Test
    void aTokenThatDoesNotCoverAStepIsToldInWords() {
        try (TestServer narrow = new TestServer(Map.of("tokenserver.paths", "/v3/file-ops/upload/"))) {
            context.close();
            open(narrow, new NewContextOptions());
            choose("mug.jpg");

            assertFailed("mug.jpg", "The access token was refused, a new one too");
            assertThat(calls("/v3/tools/ai/remove-bg/process/")).isEqualTo(2);
            assertThat(narrow.emulator.charges()).isEmpty();
        }
    }

    @Test
    void anApiThatIsDownIsToldInWordsAndTriedAgainOnDemand() {
        page.route("**/v3/**", route -> route.abort());
        choose("mug.jpg");
        assertFailed("mug.jpg", "The service can\u2019t be reached");
        screenshot("api-down");

        page.unroute("**/v3/**");
        card("mug.jpg").locator(".retry").click();
        assertThat(card("mug.jpg").locator(".status")).containsText("Done", patiently());
    }

    @Test
    void aLostNetworkIsToldInWords() {
        context.setOffline(true);
        choose("mug.jpg");

        assertFailed("mug.jpg", "There is no network connection");
    }

    @Test
    void aFileThatIsNoPictureIsNotSent() {
        page.setInputFiles(
                "#files",
                new FilePayload("notes.jpg", "image/jpeg", "These are notes.".getBytes(StandardCharsets.UTF_8)));

        assertFailed("notes.jpg", "This is not a PNG, JPEG or WebP picture");
        assertThat(card("notes.jpg").locator(".retry")).isHidden();
        assertThat(calls("/v3/")).isZero();
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
        server.emulator.setFaults("process.lost=1x");
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

    @Test
    void whatTheServiceRefusesIsToldInWords() {
        Map<String, String> words = Map.of(
                "400", "cannot use this picture",
                "402", "no credits left",
                "403", "forbids this",
                "413", "too large",
                "503", "a problem of its own");
        words.forEach((status, expected) -> {
            page.route(
                    "**/v3/file-ops/upload/",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setStatus(Integer.parseInt(status))
                            .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                            .setBody("{\"detail\": \"Told by the service\"}")));
            choose("mug.jpg");
            assertFailed("mug.jpg", expected);
            assertThat(card("mug.jpg").locator(".status")).containsText("Told by the service");
            card("mug.jpg").locator(".remove").click();
            page.unroute("**/v3/file-ops/upload/");
        });
    }

    private void open(TestServer opened, NewContextOptions options) {
        context = chromium.browser.newContext(options);
        page = context.newPage();
        watch = new KeyWatch(page);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(opened.address);
    }

    private void choose(String... names) {
        page.setInputFiles(
                "#files", List.of(names).stream().map(SAMPLES::resolve).toArray(Path[]::new));
    }

    /** As a drop from the desktop arrives: an event with files. */
    private void drop(String name) throws IOException {
        String content = Base64.getEncoder().encodeToString(Files.readAllBytes(SAMPLES.resolve(name)));
        page.evaluate("""
                ([name, content]) => {
                  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }));
                  const target = document.getElementById('choose');
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
                  }
                }""", List.of(name, content));
    }

    private Locator card(String name) {
        return page.locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".name", new Page.LocatorOptions().setHasText(name))));
    }

    private void assertFailed(String name, String words) {
        assertThat(card(name).locator(".status")).containsText(words, patiently());
        assertThat(card(name)).hasClass("card failed");
    }

    private long calls(String path) {
        return watch.requests().stream()
                .filter(request ->
                        request.url().contains(path) && !request.method().equals("OPTIONS"))
                .count();
    }

    private static int charges() {
        return server.emulator.charges().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE);
    }
}
