// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.util.Objects;
import java.util.Optional;

/**
 * How a cutout is written.
 *
 * @param format        the file format
 * @param maxResolution the most pixels (width × height) of the output, 1 or more; a larger cutout is scaled down, a
 *                      smaller one stays as it is
 * @param background    the colour behind the object; empty for a transparent background, or for white where the format
 *                      has no transparency (JPEG)
 * @param compression   1 (smallest file) to 100 (best picture): the quality of JPEG and WebP. PNG is lossless, so there
 *                      it chooses the effort instead: see {@link PictureWriter}
 * @param autocrop      whether to crop to the object's bounds
 */
public record Rendering(
        PictureFormat format, long maxResolution, Optional<RgbColor> background, int compression, boolean autocrop) {

    public Rendering {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(background, "background");
        if (maxResolution < 1) {
            throw new IllegalArgumentException("maxResolution must be at least 1 pixel, not " + maxResolution);
        }
        if (compression < 1 || compression > 100) {
            throw new IllegalArgumentException("compression must be between 1 and 100, not " + compression);
        }
    }
}
