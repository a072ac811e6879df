// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Turns an entry of a listing into exchange properties, which no step overwrites: {@code key}, {@code path} (the key below the
 * inbox) {@code claim} (a name for the key that fits into every database) and {@code name} (what to call the picture towards the
 * service, where only its bytes matter).
 */
public final class PictureProperties implements Processor {

    static final String KEY = "key";
    static final String PATH = "path";
    static final String CLAIM = "claim";
    static final String NAME = "name";

    private static final int MAX_NAME = 100;

    @Override
    public void process(Exchange exchange) {
        String key = exchange.getMessage().getBody(S3Object.class).key();
        String inbox = exchange.getContext().resolvePropertyPlaceholders("{{s3drop.inbox}}");
        exchange.setProperty(KEY, key);
        exchange.setProperty(PATH, key.substring(inbox.length()));
        exchange.setProperty(CLAIM, digest(key));
        exchange.setProperty(NAME, plainName(key));
    }

    /** The end of a key, with nothing in it that a file system or a URL could take offence at. */
    private static String plainName(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return name.substring(Math.max(0, name.length() - MAX_NAME));
    }

    private static String digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
