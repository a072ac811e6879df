// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The error texts of the page. */
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
        assertThat(card("mug.jpg").locator(".status")).containsText("Done");
    }

    @Test
    void aLostNetworkIsToldInWords() {
        context.setOffline(true);
        choose("mug.jpg");

        assertFailed("mug.jpg", "There is no network connection");
    }

    @Test
    void aFileThatIsNoPictureIsNotSent() {
        choose("notes.jpg", "These are notes.".getBytes(StandardCharsets.UTF_8));

        assertFailed("notes.jpg", "This is not a PNG, JPEG or WebP picture");
        assertThat(card("notes.jpg").locator(".blank")).isVisible();
        assertThat(card("notes.jpg").locator(".retry")).isHidden();
        assertThat(calls("/v3/")).isZero();
    }

    @Test
    void whatIsWrongAmongDroppedPicturesDoesNotHinderTheOthers() {
        drop(Map.of(
                "mug.jpg", sample("mug.jpg"),
                "empty.jpg", new byte[0],
                "anim.gif", "GIF89a\u0001\u0000\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1),
                "torn.jpg", Arrays.copyOf(sample("plant.jpg"), 3000)));

        assertThat(page.locator("#summary")).containsText("1 of 4 done, 3 failed");
        assertFailed("empty.jpg", "This file is empty");
        assertFailed("anim.gif", "This is not a PNG, JPEG or WebP picture");
        assertFailed("torn.jpg", "cannot use this picture");
        assertThat(page.locator("#news")).containsText("empty.jpg: This file is empty");
        screenshot("wrong-files");
    }

    @Test
    void aNetworkThatIsLostInMidBatchIsToldAndAllThatFailedGoesOnWhenItIsBack() {
        int before = charges();
        HeldCalls processes = hold("**/process/");
        page.selectOption("[name=maxResolution]", "250000");
        choose("mug.jpg", "perfume.jpg", "plant.jpg");
        processes.await(3);
        // One is paid for, and its answer gets lost; two don't get through.
        processes.carryOutUnheard(0);
        context.setOffline(true);
        processes.release();
        assertThat(page.locator("#summary")).containsText("0 of 3 done, 3 failed");
        assertFailed("mug.jpg", "There is no network connection");

        context.setOffline(false);
        page.locator("#retry-all").click();

        assertThat(page.locator("#summary")).containsText("3 of 3 done");
        assertThat(page.locator("#retry-all")).isHidden();
        assertThat(charges() - before).isEqualTo(3);
        assertThat(calls("/v3/tools/ai/remove-bg/process/")).isEqualTo(3 + 2);
    }

    @Test
    void aTokenServerWithAWrongKeyIsToldInWords() {
        try (TestServer wrong = TestServer.withWrongKey()) {
            context.close();
            open(wrong, new NewContextOptions());
            choose("mug.jpg");

            assertFailed("mug.jpg", "No access token. The token server gives no access token now");
            assertThat(card("mug.jpg").locator(".status")).containsText("It says: BackgroundCut refuses");
            assertThat(calls("/v3/")).isZero();
        }
    }

    @Test
    void aTokenServerThatIsDownIsToldInWords() {
        page.route("**/api/backgroundcut-token", route -> route.abort());
        choose("mug.jpg");

        assertFailed("mug.jpg", "This page\u2019s server can\u2019t be reached");
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
