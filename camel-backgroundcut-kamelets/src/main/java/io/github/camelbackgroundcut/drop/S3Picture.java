// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture in the inbox of a bucket.
 *
 * @param key its key
 * @param path the key below the inbox
 */
record S3Picture(String key, String path) {

    private static final int MAX_NAME = 100;

    static S3Picture of(String key, String inbox) {
        return new S3Picture(key, key.substring(inbox.length()));
    }

    /** A name for the key that fits into every database. */
    String claim() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }

    /**
     * The end of the key, without anything that a file system or a URL could misread. It is the name towards the service, where
     * only the bytes matter.
     */
    String plainName() {
        String name = key.substring(key.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return name.substring(Math.max(0, name.length() - MAX_NAME));
    }
}
