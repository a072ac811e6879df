// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps the page and the emulator's own calls, which need no credential, to people at this machine: the peer must be a loopback address, the
 * {@code Host} a loopback name (else a foreign name that resolves to 127.0.0.1 would make a browser read it: DNS
 * rebinding), and another site's page must not have asked.
 */
public final class LoopbackGuard implements Handler<RoutingContext> {

    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?|\\[?0:0:0:0:0:0:0:1]?");

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isLoopbackPeer(request) || !hasLoopbackHost(request) || isCrossSite(request)) {
            throw ApiError.forbidden("The emulator's page and its own calls are only for the same machine");
        }
        context.response()
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'");
        context.next();
    }

    private static boolean isLoopbackPeer(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        return peer != null
                && peer.isInetSocket()
                && new InetSocketAddress(peer.hostAddress(), peer.port())
                        .getAddress()
                        .isLoopbackAddress();
    }

    private static boolean hasLoopbackHost(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null
                && LOOPBACK_HOST
                        .matcher(authority.host().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static boolean isCrossSite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean navigation = "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        // A link on another page may lead here; it cannot read what it opens.
        return site != null && !navigation && !site.equals("same-origin") && !site.equals("none");
    }
}
