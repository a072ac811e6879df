// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Authorizes a call: an API key, or a short-lived access token that a server minted with its key.
 *
 * <p>Not a record, because {@link #toString()} must not reveal the secret.
 */
public final class Credential {

    private static final String KEY_SCHEME = "Token";

    private final String scheme;
    private final String secret;

    private Credential(String scheme, String secret, String name) {
        Objects.requireNonNull(secret, name);
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            // A line break would end the header. The value itself stays out of the message.
            throw new IllegalArgumentException(
                    "The " + name + " must be printable ASCII without spaces: check it for line breaks and quotes");
        }
        this.scheme = scheme;
        this.secret = secret;
    }

    /** A server's key: {@code Authorization: Token <key>}. */
    public static Credential apiKey(String key) {
        return new Credential(KEY_SCHEME, key, "API key");
    }

    /** A minted token: {@code Authorization: AccessToken <token>}. */
    public static Credential accessToken(String token) {
        return new Credential("AccessToken", token, "access token");
    }

    /** No credential, for a call that asks only whether the service is there. */
    public static Credential none() {
        return new Credential("", "none", "credential");
    }

    /** Whether there is none, so that no {@code Authorization} header is sent. */
    public boolean isNone() {
        return scheme.isEmpty();
    }

    /**
     * The account of the credential, without the secret: a one-way digest of an API key. Tokens change with each message, and all of
     * them count as one account.
     */
    public String account() {
        if (!scheme.equals(KEY_SCHEME)) {
            return scheme;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return scheme + ' ' + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }

    /** The value of the {@code Authorization} header. */
    public String authorization() {
        return scheme + ' ' + secret;
    }

    @Override
    public String toString() {
        return isNone() ? "none" : scheme + " xxxxxx";
    }
}
