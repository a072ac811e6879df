// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a stored file lies on disk: in folders as its path says, each name in plain ASCII, since a JVM with a POSIX
 * locale cannot open others, and short enough for any file system.
 */
final class DiskLayout {

    private static final int MAX_NAME = 200;
    private static final int READABLE_PART = 120;

    private final Path root;

    DiskLayout(Path root) {
        this.root = root;
    }

    /**
     * The file of a path, which need not exist.
     *
     * @throws ApiError if a symbolic link stands on the way: it may lead out of the store
     */
    Path locate(StorePath path) {
        Path file = root;
        for (String segment : path.segments()) {
            file = file.resolve(diskName(segment));
            if (Files.isSymbolicLink(file)) {
                throw ApiError.badRequest("Invalid path: it leads over a symbolic link");
            }
        }
        return file;
    }

    static String diskName(String segment) {
        String name = PercentEncoding.encode(segment);
        // Names with a dot in front are for the store's own folders.
        if (name.startsWith(".")) {
            name = "%2E" + name.substring(1);
        }
        return name.length() <= MAX_NAME ? name : name.substring(0, READABLE_PART) + "~" + digest(segment);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
