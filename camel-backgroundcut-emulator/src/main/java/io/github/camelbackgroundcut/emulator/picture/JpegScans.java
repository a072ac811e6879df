// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import io.github.camelbackgroundcut.emulator.picture.metadata.JpegCodes;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Tells what is missing or makes no sense in a JPEG's scans. OpenCV's decoder fills up quietly what an interrupted upload has
 * lost. The JDK's says so, but costs twice as much as OpenCV's: it has the kinds of JPEG that {@link JpegCodes} can't read.
 */
final class JpegScans {

    /** Of how many rows and columns one is kept where only the warnings matter. */
    private static final int SAMPLING = 64;

    /** As the decoder calls the end marker: before it, what is left over may be padding. */
    private static final String END_OF_IMAGE = "0xd9";

    private JpegScans() {}

    /**
     * A missing end marker and bytes after the last scan line do no harm: some phones leave the one out and add the others.
     *
     * @throws UnusablePictureException if scan lines are missing or damaged
     */
    static void requireWhole(Path file) throws UnusablePictureException, IOException {
        JpegCodes.Verdict verdict;
        try (FileBytes bytes = new FileBytes(file)) {
            verdict = JpegCodes.check(bytes);
        }
        switch (verdict) {
            case TRUNCATED -> throw truncated();
            case DAMAGED -> throw damaged();
            case UNKNOWN -> read(file, SAMPLING);
            case WHOLE -> {
                // Nothing to refuse.
            }
        }
    }

    /** The channels as they are stored, such as YCCK, without any conversion. */
    static Raster channels(Path file) throws UnusablePictureException, IOException {
        return read(file, 1)
                .orElseThrow(() -> new UnusablePictureException("The JPEG picture is damaged and can't be decoded"));
    }

    private static Optional<Raster> read(Path file, int sampling) throws UnusablePictureException, IOException {
        List<String> warnings = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(sampling, sampling, 0, 0);
            Raster raster = reader.readRaster(0, parameters);
            refuse(warnings);
            return Optional.of(raster);
        } catch (IIOException e) {
            refuse(warnings);
            if (String.valueOf(e.getMessage()).contains("marker")) {
                throw damaged();
            }
            // A kind of JPEG that the JDK doesn't know, but OpenCV may.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static void refuse(List<String> warnings) throws UnusablePictureException {
        for (String warning : warnings) {
            if (warning.contains("premature end")) {
                throw truncated();
            }
            boolean leftOver = warning.contains("extraneous") && !warning.endsWith(END_OF_IMAGE);
            if (leftOver || warning.contains("Huffman") || warning.contains("RST")) {
                throw damaged();
            }
        }
    }

    private static UnusablePictureException truncated() {
        return new UnusablePictureException(
                "The JPEG picture is truncated: its end is missing. Was the upload interrupted?");
    }

    private static UnusablePictureException damaged() {
        return new UnusablePictureException("The JPEG picture is damaged and can't be decoded");
    }
}
