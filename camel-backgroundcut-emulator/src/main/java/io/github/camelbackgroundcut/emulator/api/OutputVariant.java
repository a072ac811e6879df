// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.dialect.Vocabulary;
import io.github.camelbackgroundcut.emulator.engine.CutoutOutput;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.picture.Rendering;
import io.github.camelbackgroundcut.emulator.picture.RgbColor;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An item of {@code output_variants}.
 *
 * @param path      where the cutout is stored
 * @param quality   the work put into the matte
 * @param rendering how it is written
 */
record OutputVariant(StorePath path, Quality quality, Rendering rendering) {

    private static final int MAX_RESOLUTION = 12_000_000;
    private static final int DEFAULT_COMPRESSION = 85;

    /** Reads one; the defaults are those of the dialect. */
    static OutputVariant of(RequestJson json, Vocabulary vocabulary) {
        StorePath path = json.path(vocabulary.output());
        PictureFormat format =
                json.choice("format", PictureFormat::fromApiName, PictureFormat.PNG, "one of png, webp, jpeg");
        Quality quality =
                json.choice("quality", Quality::fromApiName, vocabulary.defaultQuality(), "one of low, medium, high");
        Optional<RgbColor> background = json.choice(
                "background_color",
                text -> RgbColor.parse(text).map(Optional::of),
                Optional.empty(),
                "a colour such as #ffffff, or null");
        Rendering rendering = new Rendering(
                format,
                json.integer("max_resolution", 1, MAX_RESOLUTION, MAX_RESOLUTION),
                background,
                json.integer("output_compression", 1, 100, DEFAULT_COMPRESSION),
                json.bool("autocrop", false));
        return new OutputVariant(path, quality, rendering);
    }

    CutoutOutput toOutput(Path target) {
        return new CutoutOutput(target, quality, rendering);
    }
}
