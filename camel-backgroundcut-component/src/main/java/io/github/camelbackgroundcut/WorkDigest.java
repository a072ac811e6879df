// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.image.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a piece of work by what goes into it, the picture's bytes and the variants: the same work gets the same folder on the
 * service, and pictures that only share a name don't meet.
 */
final class WorkDigest {

    /** 128 bits: collisions don't happen by chance, and paths stay short. */
    private static final int BYTES = 16;

    private WorkDigest() {}

    /** Lower-case hexadecimal, 32 digits. */
    static String of(ImageSource image, List<NamedVariant> variants) throws IOException {
        MessageDigest digest = sha256();
        digest.update(variants.toString().getBytes(StandardCharsets.UTF_8));
        try (InputStream content = new DigestInputStream(image.open(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
