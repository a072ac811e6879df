// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.picture.PictureReader;
import io.github.camelbackgroundcut.emulator.picture.PictureWriter;
import io.github.camelbackgroundcut.emulator.picture.Rendering;
import io.github.camelbackgroundcut.emulator.picture.RgbColor;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From file to file: decodes a picture, lets an engine find the matte, writes the cutouts.
 *
 * <p>Safe for use by several threads. Each call holds its pictures in native memory, up to about 50 bytes a pixel (measured
 * at 12 megapixels), so the caller bounds how many run at once.
 */
public final class CutoutService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CutoutService.class);
    private static final int SEGMENT_COMPRESSION = 92;
    /** The most pixels at which an engine works at its best quality: reduced decoding takes away none of them. */
    private static final int MIN_DECODED_PIXELS = 2_000_000;

    private final CutoutEngine engine;
    private final PictureReader reader;

    /**
     * @param engine    finds the mattes; closed with this service if it is {@link AutoCloseable}
     * @param maxPixels the most pixels (width × height) of an input
     */
    public CutoutService(CutoutEngine engine, long maxPixels) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.reader = new PictureReader(maxPixels);
    }

    /** A service with the {@link ClassicalCutoutEngine}. */
    public static CutoutService withDefaultEngine(long maxPixels) {
        return new CutoutService(new ClassicalCutoutEngine(), maxPixels);
    }

    /**
     * Cuts out the most salient object. The picture is decoded once, and there is one matte for each quality. If all
     * outputs are small, a JPEG is decoded at a reduced size.
     *
     * @param outputs what to write; if the call fails, some of them may have been written
     * @return how the matte of each quality was made
     * @throws UnusablePictureException if the input can't be used or shows no object
     */
    public Map<Quality, CutoutFacts> removeBackground(Path input, List<CutoutOutput> outputs)
            throws UnusablePictureException, IOException {
        try (Picture picture = reader.read(input, neededPixels(outputs))) {
            Map<Quality, List<CutoutOutput>> byQuality = new EnumMap<>(Quality.class);
            outputs.forEach(output -> byQuality
                    .computeIfAbsent(output.quality(), quality -> new ArrayList<>())
                    .add(output));
            Map<Quality, CutoutFacts> facts = new EnumMap<>(Quality.class);
            for (Map.Entry<Quality, List<CutoutOutput>> entry : byQuality.entrySet()) {
                long start = System.nanoTime();
                try (AlphaMatte matte = matte(picture, entry.getKey())) {
                    facts.put(entry.getKey(), facts(picture, entry.getKey(), start));
                    for (CutoutOutput output : entry.getValue()) {
                        PictureWriter.write(picture, matte, output.rendering(), output.target());
                    }
                }
            }
            return facts;
        }
    }

    /**
     * Cuts out the object that the points mark, and writes it as a JPEG on white in the picture's full size: the API's
     * answer is a JPEG, which has no transparency.
     *
     * @param foreground at least one pixel of the object
     * @param background pixels that do not belong to it
     * @return how the matte was made
     * @throws UnusablePictureException if the input can't be used, a point lies outside of it, no foreground point is
     *                                  given, or the points lead to no object
     */
    public CutoutFacts segment(Path input, Path output, List<Point> foreground, List<Point> background)
            throws UnusablePictureException, IOException {
        if (foreground.isEmpty()) {
            throw new UnusablePictureException("At least one foreground point is needed");
        }
        try (Picture picture = reader.read(input)) {
            requireInside(foreground, picture);
            requireInside(background, picture);
            long start = System.nanoTime();
            try (AlphaMatte matte = engine.matte(picture, new PointHints(foreground, background))) {
                requireSameSize(matte, picture);
                CutoutFacts facts = new CutoutFacts(engine.nameForPoints(), Optional.empty(), since(start));
                Rendering onWhite = new Rendering(
                        PictureFormat.JPEG, Long.MAX_VALUE, Optional.of(RgbColor.WHITE), SEGMENT_COMPRESSION, false);
                PictureWriter.write(picture, matte, onWhite, output);
                return facts;
            }
        }
    }

    /**
     * How many pixels of the input the outputs are made from, at most. Twice as many as the largest has, so that its last
     * bit of sharpness comes from scaling down here. A crop to the object is made of all there are: how much of the
     * picture the object covers is not known yet.
     */
    static long neededPixels(List<CutoutOutput> outputs) {
        long needed = MIN_DECODED_PIXELS;
        for (CutoutOutput output : outputs) {
            long most = output.rendering().maxResolution();
            boolean all = output.rendering().autocrop() || most > Long.MAX_VALUE / 2;
            needed = Math.max(needed, all ? Long.MAX_VALUE : 2 * most);
        }
        return needed;
    }

    /** The name of the engine. */
    public String engineName() {
        return engine.name();
    }

    private CutoutFacts facts(Picture picture, Quality quality, long start) {
        return picture.isCutOutAlready()
                ? new CutoutFacts("the file's own transparency", Optional.empty(), since(start))
                : new CutoutFacts(engine.name(), Optional.of(quality), since(start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private AlphaMatte matte(Picture picture, Quality quality) throws UnusablePictureException {
        if (picture.isCutOutAlready()) {
            return new AlphaMatte(new Mat(picture.bgr().size(), CvType.CV_8UC1, Scalar.all(255)));
        }
        AlphaMatte matte = engine.matte(picture, quality);
        requireSameSize(matte, picture);
        return matte;
    }

    private static void requireInside(List<Point> points, Picture picture) throws UnusablePictureException {
        for (Point point : points) {
            boolean inside =
                    point.x() >= 0 && point.y() >= 0 && point.x() < picture.width() && point.y() < picture.height();
            if (!inside) {
                throw new UnusablePictureException("The point %d, %d is outside of the picture, which is %d x %d pixels"
                        .formatted(point.x(), point.y(), picture.width(), picture.height()));
            }
        }
    }

    private static void requireSameSize(AlphaMatte matte, Picture picture) {
        if (matte.width() != picture.width() || matte.height() != picture.height()) {
            matte.close();
            throw new IllegalStateException("The engine's matte is not of the picture's size");
        }
    }

    @Override
    public void close() {
        if (engine instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("The cutout engine could not be closed", e);
            }
        }
    }
}
