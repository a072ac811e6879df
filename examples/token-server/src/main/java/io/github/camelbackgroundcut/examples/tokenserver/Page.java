// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Serves the files of the page, which are part of the program, under a strict Content-Security-Policy: scripts and styles
 * of this server only, and connections to it, to the API, and by https: the API may give out URLs of any storage.
 */
public final class Page implements Processor {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private String policy = "";

    /** The address of the API that the page may connect to. */
    public void setApiBase(String address) {
        URI uri = URI.create(address);
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self' "
                + uri.getScheme() + "://" + uri.getAuthority()
                + " https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        String path = exchange.getMessage().getHeader(Exchange.HTTP_PATH, String.class);
        String name = path == null || path.isEmpty() || path.equals("/")
                ? "index.html"
                : path.replaceFirst("^/?(page/)?", "");
        Message answer = exchange.getMessage();
        answer.setHeaders(new HashMap<>());
        answer.setHeader("Content-Security-Policy", policy);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Cache-Control", "no-cache");
        Optional<byte[]> content = read(name);
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, content.isPresent() ? 200 : 404);
        answer.setHeader(
                Exchange.CONTENT_TYPE,
                content.isPresent() ? mediaType(name).orElseThrow() : "text/plain; charset=utf-8");
        answer.setBody(content.<Object>map(bytes -> bytes).orElse("There is no such page"));
    }

    private static Optional<byte[]> read(String name) throws IOException {
        // Names of plain files only: no way leads out of the folder.
        if (!name.matches("[a-z-]+\\.[a-z]+") || mediaType(name).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Page.class.getResourceAsStream("/page/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private static Optional<String> mediaType(String name) {
        return Optional.ofNullable(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }
}
