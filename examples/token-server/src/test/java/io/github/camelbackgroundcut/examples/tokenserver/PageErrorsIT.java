// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.FilePayload;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page says when something goes wrong. */
class PageErrorsIT extends BrowserTest {

    PageErrorsIT() {
        super(new BorderThresholdEngine());
    }

    @Test
    void aTokenThatDoesNotCoverAStepIsToldInWords() {
        try (TestServer narrow =
                new TestServer(Map.of("tokenserver.paths", "/v3/file-ops/upload/"), new BorderThresholdEngine())) {
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
}
