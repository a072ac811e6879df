// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Mints and checks presigned URLs. They are signed with a secret of this instance, so that no URL outlives it; the signature
 * is over the key and the end of the URL's life.
 */
public final class PublicUrls {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final String EXPIRES = "expires";
    private static final String SIGNATURE = "signature";

    private final SecretKeySpec secret;
    private final Clock clock;

    public PublicUrls(Clock clock) {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.secret = new SecretKeySpec(bytes, ALGORITHM);
        this.clock = clock;
    }

    /** A URL under the address by which the caller has reached this server. */
    public String mint(StorePath key, HttpServerRequest request) {
        String expires = Long.toString(clock.instant().plus(LIFETIME).toEpochMilli());
        String path =
                Stream.of(key.value().split("/")).map(PercentEncoding::encode).collect(Collectors.joining("/"));
        return request.scheme() + "://" + host(request) + StorePath.PUBLIC_URL_PREFIX + path + "?" + EXPIRES + "="
                + expires + "&" + SIGNATURE + "=" + sign(key, expires);
    }

    /** Lets a request with a valid signature pass. */
    public void guard(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            // As storages do: of two credentials, one went to a host that it was not meant for.
            throw ApiError.badRequest("A public URL is called without a credential, but Authorization was sent");
        }
        StorePath key = StorePath.fromUrl(context.request().path().substring(StorePath.PUBLIC_URL_PREFIX.length()));
        String expires =
                Optional.ofNullable(context.request().getParam(EXPIRES)).orElse("");
        String signature =
                Optional.ofNullable(context.request().getParam(SIGNATURE)).orElse("");
        // In constant time, so that a signature cannot be guessed byte by byte.
        if (!MessageDigest.isEqual(bytes(sign(key, expires)), bytes(signature))) {
            throw ApiError.forbidden("The signature of this URL is missing or wrong");
        }
        // Only now is it known to be a number.
        if (clock.millis() >= Long.parseLong(expires)) {
            throw ApiError.forbidden("This URL has expired");
        }
        context.next();
    }

    private String sign(StorePath key, String expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            // No key has a line feed.
            return HexFormat.of().formatHex(mac.doFinal(bytes(expires + "\n" + key.value())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static String host(HttpServerRequest request) {
        // HTTP/1.0 has none.
        return request.authority() == null
                ? request.localAddress().toString()
                : request.authority().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
