// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import io.github.camelbackgroundcut.emulator.engine.ClassicalCutoutEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The looks of the page, with real cutouts. The screenshots are left in {@code target/screenshots}. */
class PageLooksIT extends BrowserTest {

    PageLooksIT() {
        super(new ClassicalCutoutEngine());
    }

    @Test
    void chosenPicturesAreCutOutAndCanBeDownloaded() throws IOException {
        screenshot("empty");
        choose("mug.jpg", "perfume.jpg", "plant.jpg");

        assertThat(page.locator("#summary")).containsText("3 of 3 done");
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
    void picturesAreDroppedOnAPhoneInTheDark() {
        context.close();
        open(
                server,
                new NewContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setColorScheme(ColorScheme.DARK));

        drop(Map.of("perfume.jpg", sample("perfume.jpg")));

        assertThat(card("perfume.jpg").locator(".status")).containsText("Done");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        screenshot("dark-phone");
    }
}
