// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From file to file: decodes a picture, lets an engine find the matte, writes the cutouts. */
public final class CutoutService implements AutoCloseable {

    private final CutoutEngine engine;
    private final long maxPixels;

    public CutoutService(CutoutEngine engine, long maxPixels) {
        this.engine = engine;
        this.maxPixels = maxPixels;
    }

    public static CutoutService withDefaultEngine(long maxPixels) {
        throw new UnsupportedOperationException("in the making: " + maxPixels);
    }

    public void removeBackground(Path input, List<CutoutOutput> outputs) throws UnusablePictureException, IOException {
        throw new UnsupportedOperationException("in the making: " + engine + maxPixels);
    }

    public void segment(Path input, Path output, List<Point> foreground, List<Point> background)
            throws UnusablePictureException, IOException {
        throw new UnsupportedOperationException("in the making");
    }

    @Override
    public void close() {
        // Filled in with the engine.
    }
}
