// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.body.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a piece of work by what goes into it: the same work always has the same place on the service, and
 * pictures that only share a name don't meet.
 */
final class WorkKey {

    /** 128 bits: collisions don't happen by chance, and paths stay short. */
    private static final int BYTES = 16;

    private final byte[] picture;

    private WorkKey(byte[] picture) {
        this.picture = picture;
    }

    /** Reads the picture once. */
    static WorkKey of(ImageSource image) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = image.open()) {
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return of(digest);
    }

    /** Of a picture that has been read. */
    static WorkKey of(MessageDigest picture) {
        return new WorkKey(picture.digest());
    }

    /** Of the picture: 32 lower-case hexadecimal digits. */
    String ofPicture() {
        return hex(picture);
    }

    /** Of the picture and the settings of a result: 32 lower-case hexadecimal digits. */
    String ofResult(VariantSettings settings) {
        return with(settings.canonical());
    }

    /**
     * Of the picture, and where on which account its results are stored: 32 lower-case hexadecimal digits.
     *
     * @param account see {@link RemovalPlan}
     */
    String ofPaths(String account, List<String> paths) {
        return with(account + '\n' + String.join("\n", paths));
    }

    private String with(String text) {
        MessageDigest digest = sha256();
        digest.update(picture);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(digest.digest());
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
