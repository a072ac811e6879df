// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a stored file lies on disk: all in one folder, as in an object store, so that {@code a} and {@code a/b} do not get
 * in each other's way. A file is called by the digest of its path: short enough for any file system, and in plain ASCII,
 * since a JVM with a POSIX locale cannot open other names.
 */
final class DiskLayout {

    private final Path root;

    DiskLayout(Path root) {
        this.root = root;
    }

    /**
     * The file of a path, which need not exist.
     *
     * @throws ApiError if there is a symbolic link in its place: it may lead out of the store
     */
    Path locate(StorePath path) {
        Path file = root.resolve(digest(path.value()));
        if (Files.isSymbolicLink(file)) {
            throw ApiError.badRequest("Invalid path: it leads over a symbolic link");
        }
        return file;
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
