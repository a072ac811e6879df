// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.picture.Rendering;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One output of a picture.
 *
 * @param target    the file to write; an existing one is replaced
 * @param quality   the work put into the matte
 * @param rendering how the cutout is written
 */
public record CutoutOutput(Path target, Quality quality, Rendering rendering) {

    public CutoutOutput {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(rendering, "rendering");
    }
}
