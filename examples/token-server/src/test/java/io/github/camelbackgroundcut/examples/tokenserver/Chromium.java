// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/** The Chromium that is installed on this machine, without a window. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    final Browser browser;

    Chromium() {
        LaunchOptions options = new LaunchOptions()
                .setExecutablePath(Programs.find(NeedsChromium.class.getAnnotation(NeedsProgram.class))
                        .orElseThrow())
                // Its sandbox needs rights that containers do not have; it opens no pages but ours.
                .setArgs(List.of("--no-sandbox"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            browser = playwright.chromium().launch(options);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
