// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that a browser page sends and gets, to look for the API key in it. */
final class KeyWatch {

    private final List<Request> requests = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();

    KeyWatch(Page page) {
        page.onRequest(requests::add);
        // Asking for the body of a call that was broken off would wait for ever.
        page.onRequestFinished(request -> {
            // The content of a blob came with another answer or from the disk. Requesting it would violate the page's
            // policy.
            if (!request.url().startsWith("blob:")) {
                finished.add(request);
            }
        });
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    void assertNowhere(String key, Page page) {
        assertThat(List.copyOf(requests)).isNotEmpty().allSatisfy(request -> {
            byte[] body = request.postDataBuffer() == null ? new byte[0] : request.postDataBuffer();
            assertThat(request.url() + request.headers() + new String(body, StandardCharsets.ISO_8859_1))
                    .doesNotContain(key);
        });
        assertThat(List.copyOf(finished)).isNotEmpty().allSatisfy(request -> {
            Response response = request.response();
            assertThat(response.url() + response.headers() + body(response)).doesNotContain(key);
        });
        assertThat(page.content()).doesNotContain(key);
        assertThat((String) page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))
                .doesNotContain(key);
    }

    private static String body(Response response) {
        try {
            return new String(response.body(), StandardCharsets.ISO_8859_1);
        } catch (PlaywrightException e) {
            // The browser keeps no body of a preflight or of a redirect: there is none to look at.
            return "";
        }
    }
}
