// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A finished file in a {@link Staging} folder, to be moved into the store.
 *
 * @param path     its name in the API from now on
 * @param file     the staged file
 * @param format   its format
 * @param making   how it was made from another one; empty for an upload
 */
public record NewFile(StorePath path, Path file, PictureFormat format, Optional<Making> making) {}
