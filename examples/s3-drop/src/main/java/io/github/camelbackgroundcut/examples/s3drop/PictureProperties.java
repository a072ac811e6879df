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
 * inbox), {@code claim} (a name for the key that fits into every database), {@code name} (what to call the picture towards the
 * service, where only its bytes matter), {@code tooLong} (whether there is no room for the keys of its cutouts) and
 * {@code failedPath} (what to call it if it fails: its path, or its claim where that would be too long).
 */
public final class PictureProperties implements Processor {

    static final String KEY = "key";
    static final String PATH = "path";
    static final String CLAIM = "claim";
    static final String NAME = "name";

    private static final int MAX_NAME = 100;

    /** What S3 allows, in bytes. */
    private static final int MAX_KEY = 1024;

    /** Of the variants in the route. */
    private static final String LONGEST_RESULT = "/thumb.webp";

    private static final String REASON = ".reason.txt";

    @Override
    public void process(Exchange exchange) {
        String key = exchange.getMessage().getBody(S3Object.class).key();
        String path = key.substring(setting(exchange, "inbox").length());
        String claim = digest(key);
        exchange.setProperty(KEY, key);
        exchange.setProperty(PATH, path);
        exchange.setProperty(CLAIM, claim);
        exchange.setProperty(NAME, plainName(key));
        exchange.setProperty(
                "tooLong", isTooLong(path + LONGEST_RESULT) || isTooLong(setting(exchange, "done") + path));
        exchange.setProperty("failedPath", isTooLong(setting(exchange, "failed") + path + REASON) ? claim : path);
    }

    private static String setting(Exchange exchange, String name) {
        return exchange.getContext().resolvePropertyPlaceholders("{{s3drop." + name + "}}");
    }

    private static boolean isTooLong(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY;
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
