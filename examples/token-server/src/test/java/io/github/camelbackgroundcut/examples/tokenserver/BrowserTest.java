// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A page in a real Chromium, with a server of its own for each class. After each test: the API key was nowhere in it, and no
 * script has failed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    static final Path SAMPLES = Path.of("samples");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE = 60_000;

    private final CutoutEngine engine;
    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    TestServer server;
    BrowserContext context;
    Page page;
    private KeyWatch watch;
    private TestServer visited;

    BrowserTest(CutoutEngine engine) {
        this.engine = engine;
    }

    @BeforeAll
    void start() {
        chromium = new Chromium();
        server = new TestServer(Map.of(), engine);
    }

    @AfterAll
    void stop() {
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
        try {
            watch.assertNowhere(visited.apiKey, page);
            assertThat(complaints)
                    .as("errors of scripts and of the content security policy")
                    .isEmpty();
        } finally {
            context.close();
            complaints.clear();
            server.emulator.setFaults(FaultPlan.none());
        }
    }

    void open(TestServer opened, NewContextOptions options) {
        visited = opened;
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
        assertThat(card(name).locator(".status")).containsText(words, patiently());
        assertThat(card(name)).hasClass(Pattern.compile("\\bfailed\\b"));
    }

    long calls(String path) {
        return watch.requests().stream()
                .filter(request ->
                        request.url().contains(path) && !request.method().equals("OPTIONS"))
                .count();
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

    static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE);
    }
}
