// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
        watch.assertNowhere(server.apiKey, page);
        assertThat(complaints)
                .as("errors of scripts and of the content security policy")
                .isEmpty();
        context.close();
        complaints.clear();
        server.emulator.setFaults(FaultPlan.none());
    }

    void open(TestServer opened, NewContextOptions options) {
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

    /** As a drop from the desktop arrives: an event with files. */
    void drop(String name) throws IOException {
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

    Locator card(String name) {
        return page.locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".name", new Page.LocatorOptions().setHasText(name))));
    }

    void assertFailed(String name, String words) {
        assertThat(card(name).locator(".status")).containsText(words, patiently());
        assertThat(card(name)).hasClass("card failed");
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
                .setFullPage(true));
    }

    static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE);
    }
}
