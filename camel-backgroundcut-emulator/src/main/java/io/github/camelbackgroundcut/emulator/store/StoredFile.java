// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of the store.
 *
 * @param path     its name in the API
 * @param file     the file with its bytes
 * @param size     in bytes
 * @param format   its format
 * @param making   how it was made from another one; empty for an upload
 * @param storedAt when it was stored
 */
public record StoredFile(
        StorePath path, Path file, long size, PictureFormat format, Optional<Making> making, Instant storedAt) {}
