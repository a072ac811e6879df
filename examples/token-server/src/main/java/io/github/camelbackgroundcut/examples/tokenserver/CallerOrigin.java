// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Lets pages of this server and of the listed origins ask for tokens, and answers their preflights. All else is a 403, a
 * call without the header {@code Origin} too: browsers always send it with a POST.
 *
 * <p>This keeps foreign pages from spending credits through their visitors. It is not a login: a program can send any origin.
 */
public final class CallerOrigin implements Processor {

    /** The exchange property with the CORS headers of each answer. */
    static final String CORS_ORIGIN = "corsOrigin";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private List<String> allowedOrigins = List.of();
    private boolean loopbackOnly;

    /** Origins such as {@code https://shop.example}, separated by commas. */
    public void setAllowedOrigins(String origins) {
        allowedOrigins = Arrays.stream(origins.split(","))
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .toList();
        allowedOrigins.forEach(CallerOrigin::requireOrigin);
    }

    /**
     * The address that the server listens on. On a loopback address it must also be called by a loopback name: a page
     * whose name was made to lead here would pass as the server's own.
     */
    public void setListensOn(String host) {
        loopbackOnly = LOOPBACK.contains(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
    }

    @Override
    public void process(Exchange exchange) {
        Message call = exchange.getMessage();
        String origin = header(call, "Origin");
        boolean listed = allowedOrigins.contains(origin);
        if (!listed && !isOwn(origin, calledAs(call))) {
            JsonAnswers.refuse(
                    exchange,
                    403,
                    "This server gives no tokens to pages of "
                            + (origin.isEmpty()
                                    ? "an unknown origin: the header Origin is missing"
                                    : "another origin than its own"));
            return;
        }
        if (listed) {
            exchange.setProperty(CORS_ORIGIN, origin);
        }
        if ("OPTIONS".equals(call.getHeader(Exchange.HTTP_METHOD, String.class))) {
            JsonAnswers.preflight(exchange);
        }
    }

    private boolean isOwn(String origin, String host) {
        String authority = origin.replaceFirst("^https?://", "");
        boolean same = !authority.equals(origin) && !host.isEmpty() && authority.equals(host);
        return same && (!loopbackOnly || LOOPBACK.contains(host.replaceFirst(":\\d+$", "")));
    }

    /** The host and port that the caller used. HTTP/2 has no header Host, so this reads the whole address. */
    private static String calledAs(Message call) {
        return header(call, Exchange.HTTP_URL).replaceFirst("^https?://([^/?]*).*$", "$1");
    }

    private static String header(Message message, String name) {
        String value = message.getHeader(name, String.class);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private static void requireOrigin(String text) {
        try {
            URI uri = new URI(text);
            boolean origin = uri.getHost() != null && uri.getPath().isEmpty() && uri.getUserInfo() == null;
            if (origin && Set.of("http", "https").contains(uri.getScheme())) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an origin such as https://shop.example: " + text, e);
        }
        throw new IllegalArgumentException("Not an origin such as https://shop.example: " + text);
    }
}
