// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A page in a real Chromium, in a session of its own for each test. After each test: the API key was nowhere in it, and no
 * script has failed.
 */
@NeedsChromium
@ExtendWith(SharedBrowser.class)
abstract class BrowserTest {

    static final Path SAMPLES = Path.of("samples");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE = 60_000;
    private static final Duration LIFE_OF_FILES =
            EmulatorConfiguration.builder().build().fileExpiry();

    final CutoutEngine engine;
    private final List<String> complaints = new ArrayList<>();
    private final List<FileChooser> choosers = new ArrayList<>();
    Chromium chromium;
    TestServer server;
    BrowserContext context;
    Page page;
    private KeyWatch watch;
    private TestServer visited;

    BrowserTest(CutoutEngine engine) {
        this.engine = engine;
    }

    /** A busy machine takes its time; no test waits that long for what it hopes not to see. */
    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @BeforeEach
    void open() {
        open(server, new NewContextOptions().setViewportSize(1280, 900));
    }

    @AfterEach
    void nowhereIsTheKeyAndNoScriptFailed() {
        try {
            watch.assertNowhere(visited.apiKey, page);
            assertThat(complaints)
                    .as("errors of scripts and of the content security policy")
                    .isEmpty();
        } finally {
            context.close();
            server.emulator.setFaults(FaultPlan.none());
            server.emulator.setDialect(Dialect.BOTH);
            // Then no test finds the cutouts of another.
            server.clock.advance(LIFE_OF_FILES);
        }
    }

    void open(TestServer opened, NewContextOptions options) {
        visited = opened;
        context = chromium.browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        watch = new KeyWatch(page);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        // The browser opens a dialog of its own unless it was configured before the click, and Playwright doesn't wait
        // until
        // it was.
        page.onFileChooser(choosers::add);
        page.navigate(opened.address);
    }

    /** The one that the page has asked for. */
    FileChooser chooser() {
        page.waitForCondition(() -> !choosers.isEmpty());
        assertThat(choosers).hasSize(1);
        return choosers.remove(0);
    }

    HeldCalls hold(String address) {
        return new HeldCalls(page, address);
    }

    void choose(String... names) {
        page.setInputFiles(
                "#files", List.of(names).stream().map(SAMPLES::resolve).toArray(Path[]::new));
    }

    /** A file that is not one of the samples. */
    void choose(String name, byte[] content) {
        page.setInputFiles("#files", new FilePayload(name, "image/jpeg", content));
    }

    /** As a drop from the desktop arrives: an event with files. */
    void drop(Map<String, byte[]> files) {
        Map<String, String> contents = new TreeMap<>();
        files.forEach((name, content) -> contents.put(name, Base64.getEncoder().encodeToString(content)));
        page.evaluate("""
                files => {
                  const transfer = new DataTransfer();
                  for (const [name, content] of Object.entries(files)) {
                    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                    transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }));
                  }
                  const target = document.getElementById('choose');
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
                  }
                }""", contents);
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locator card(String name) {
        return page.locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".name", new Page.LocatorOptions().setHasText(name))));
    }

    void assertFailed(String name, String words) {
        assertThat(card(name).locator(".status")).containsText(words);
        assertThat(card(name)).hasClass(Pattern.compile("\\bfailed\\b"));
    }

    long calls(String path) {
        return requests(path).count();
    }

    Stream<Request> requests(String path) {
        return watch.requests().stream()
                .filter(request ->
                        request.url().contains(path) && !request.method().equals("OPTIONS"));
    }

    /** The tokens that the API took for these calls. */
    Set<String> tokens(String path) {
        return requests(path)
                .filter(request -> request.response().status() == 200)
                .map(request -> request.headers().get("authorization"))
                .collect(Collectors.toSet());
    }

    int charges() {
        return server.emulator.charges().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }
}
