// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.picture.Rendering;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The cost of a picture of 12 megapixels, from file to file. CPU time of the calling thread, which does all of the work, and
 * the cheapest of some runs: what else the machine does hardly matters. The bounds are more than twice what was measured.
 */
class EngineCostIT {

    private static final Path PICTURE = Path.of("..", "examples", "file-drop", "samples", "camera.jpg");
    private static final int RUNS = 3;
    private static final int FULL = 12_000_000;
    private static final int THUMBNAIL = 250_000;
    private static final double MOST_SECONDS = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void twelveMegapixelsAreCutOutInSeconds(Quality quality) throws Exception {
        assertThat(cheapestSeconds(quality, FULL, MOST_SECONDS)).isLessThan(MOST_SECONDS);
    }

    @Test
    void aThumbnailCostsFarLessThanTheWholePicture() throws Exception {
        double most = 0.75 * cheapestSeconds(Quality.MEDIUM, FULL, MOST_SECONDS);

        assertThat(cheapestSeconds(Quality.MEDIUM, THUMBNAIL, most)).isLessThan(most);
    }

    /** Of some runs, or of fewer, if one was cheap enough. */
    private double cheapestSeconds(Quality quality, int maxResolution, double enough) throws Exception {
        double cheapest = Double.MAX_VALUE;
        try (CutoutService service = CutoutService.withDefaultEngine(FULL)) {
            for (int run = 0; run < RUNS && cheapest >= enough; run++) {
                cheapest = Math.min(cheapest, seconds(service, quality, maxResolution));
            }
        }
        System.out.printf(Locale.ROOT, "%-6s %8d pixels: %.2f s of CPU time%n", quality, maxResolution, cheapest);
        return cheapest;
    }

    private double seconds(CutoutService service, Quality quality, int maxResolution)
            throws UnusablePictureException, IOException {
        Rendering png = new Rendering(PictureFormat.PNG, maxResolution, Optional.empty(), 85, false);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        service.removeBackground(PICTURE, List.of(new CutoutOutput(folder.resolve("out.png"), quality, png)));
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }
}
