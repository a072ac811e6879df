// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The page finds out which dialect the service speaks, by what it answers. */
class PageDialectsIT extends BrowserTest {

    private static final String UPLOAD = "/v3/file-ops/upload/";
    private static final String PROCESS = "/v3/tools/ai/remove-bg/process/";
    private static final String PUBLIC_URL = "/v3/file-ops/get-public-url/";

    PageDialectsIT() {
        super(new BorderThresholdEngine());
    }

    @BeforeEach
    void askForSmallPictures() {
        page.selectOption("[name=maxResolution]", "250000");
    }

    @ParameterizedTest
    @EnumSource
    void picturesAreCutOutAndPaidForOnceInEachDialect(Dialect dialect) {
        server.emulator.setDialect(dialect);
        int before = charges();
        choose("mug.jpg");
        assertThat(page.locator("#summary")).containsText("1 of 1 done");
        choose("perfume.jpg", "plant.jpg");

        assertThat(page.locator("#summary")).containsText("3 of 3 done");
        assertThat(charges() - before).isEqualTo(3);
        // The first upload finds the dialect out, for all.
        assertThat(calls(UPLOAD)).isEqualTo(dialect == Dialect.KEYS ? 4 : 3);
        assertThat(calls(PROCESS)).isEqualTo(3);
        assertThat(calls("/v3/files/")).isEqualTo(dialect == Dialect.KEYS ? 0 : 3);
        assertThat(calls(PUBLIC_URL)).isEqualTo(dialect == Dialect.KEYS ? 3 : 0);
        // A public URL may lead anywhere: nothing of the page's goes there.
        assertThat(requests("/public/"))
                .hasSize(dialect == Dialect.KEYS ? 3 : 0)
                .allSatisfy(request -> assertThat(request.headers())
                        .doesNotContainKeys("authorization", "cookie")
                        .satisfies(headers ->
                                assertThat(headers.getOrDefault("referer", "")).isEmpty()));
    }

    @ParameterizedTest
    @EnumSource(names = "BOTH", mode = Mode.EXCLUDE)
    void afterAReloadWhatWasPaidForIsFoundInEachDialect(Dialect dialect) {
        server.emulator.setDialect(dialect);
        int before = charges();
        choose("mug.jpg");
        assertThat(card("mug.jpg").locator(".status")).containsText("Done");

        page.reload();
        page.selectOption("[name=maxResolution]", "250000");
        choose("mug.jpg");

        assertThat(card("mug.jpg").locator(".status")).containsText("Done");
        assertThat(charges() - before).isEqualTo(1);
        assertThat(calls(PROCESS)).isEqualTo(1);
    }

    /** The file is uploaded again; the answer is lost; a storage says 403 for what is not there; then it is found. */
    @Test
    void failuresByKeysAreAsHarmlessAsByPaths() {
        server.emulator.setDialect(Dialect.KEYS);
        server.emulator.setFaults("process.expired=1x, process.504=1x, download.403=1x");
        int before = charges();
        choose("plant.jpg");
        assertFailed("plant.jpg", "a problem of its own");

        card("plant.jpg").locator(".retry").click();

        assertThat(card("plant.jpg").locator(".status")).containsText("Done");
        assertThat(charges() - before).isEqualTo(1);
    }

    @Test
    void aTokenThatExpiresInMidBatchIsReplacedByKeys() {
        server.emulator.setDialect(Dialect.KEYS);
        HeldCalls urls = hold("**" + PUBLIC_URL);
        choose("mug.jpg", "plant.jpg");
        urls.await(2);
        server.clock.advance(Duration.ofMinutes(11));
        urls.release();

        assertThat(page.locator("#summary")).containsText("2 of 2 done");
        assertThat(calls("/api/backgroundcut-token")).isEqualTo(2);
    }

    @Test
    void whatBothDialectsRefuseIsToldInTheWordsOfBoth() {
        server.emulator.setDialect(Dialect.KEYS);
        choose("mug.jpg", Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 500));
        // The service tells a JPEG by its first bytes: this one is stored, and cannot be read.
        assertFailed("mug.jpg", "cannot use this picture");
        assertThat(card("mug.jpg").locator(".status")).not().containsText("In the other dialect");

        page.reload();
        page.route(
                "**" + UPLOAD,
                route -> route.fulfill(new FulfillOptions()
                        .setStatus(400)
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                        .setBody("{\"detail\": \"Wants %s.\"}"
                                .formatted(route.request().postData().contains("upload_path") ? "this" : "that"))));
        choose("plant.jpg");
        assertFailed("plant.jpg", "The service says: Wants this. In the other dialect: Wants that.");
        assertThat(calls(UPLOAD)).isEqualTo(2 + 2);
    }
}
