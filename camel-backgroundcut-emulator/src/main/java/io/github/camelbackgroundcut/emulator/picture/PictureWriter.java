// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Writes a cutout as a {@link Rendering} says: crop, scale down, clean the edge's colours, compose, encode.
 *
 * <p>{@link Rendering#compression()} is the quality of JPEG and WebP. For PNG it chooses zlib's level, from 9 (slowest,
 * smallest file) at 1 to 1 (fastest) at 100; the default of 85 is level 2.
 */
public final class PictureWriter {

    /** Fainter than this (of 255) is noise of the matte and does not widen the object's bounds. */
    static final int VISIBLE = 8;

    private static final int CHUNK = 64 * 1024;

    private PictureWriter() {}

    /**
     * Writes the file, replacing an existing one. Its name does not matter.
     *
     * @throws UnusablePictureException if the matte is empty and the rendering asks for a crop to the object
     */
    public static void write(Picture picture, AlphaMatte matte, Rendering rendering, Path target)
            throws UnusablePictureException, IOException {
        try (MatScope scope = new MatScope()) {
            Mat bgr = picture.bgr();
            Mat alpha = matte.mat();
            Size whole = picture.fullSize();
            if (rendering.autocrop()) {
                Rect bounds = objectBounds(alpha);
                bgr = scope.own(bgr.submat(bounds));
                alpha = scope.own(alpha.submat(bounds));
                whole = bgr.size();
            }
            Size size = fittingSize(whole, rendering.maxResolution());
            bgr = scaled(bgr, size, scope);
            alpha = scaled(alpha, size, scope);
            Mat cutout = cutout(bgr, alpha, rendering, scope);
            encode(cutout, rendering, target);
        }
    }

    private static Mat cutout(Mat bgr, Mat alpha, Rendering rendering, MatScope scope) {
        boolean opaque = rendering.background().isPresent() || rendering.format() == PictureFormat.JPEG;
        if (!opaque) {
            return ForegroundColours.estimateWithAlpha(bgr, alpha, scope);
        }
        Mat colours = ForegroundColours.estimate(bgr, alpha, scope);
        Compositor.composeOnColour(colours, alpha, rendering.background().orElse(RgbColor.WHITE));
        return colours;
    }

    private static Rect objectBounds(Mat alpha) throws UnusablePictureException {
        try (MatScope scope = new MatScope()) {
            Mat visible = scope.mat();
            Imgproc.threshold(alpha, visible, VISIBLE, 255, Imgproc.THRESH_BINARY);
            Rect bounds = Imgproc.boundingRect(visible);
            if (bounds.empty()) {
                throw new UnusablePictureException("No subject was found in the picture");
            }
            return bounds;
        }
    }

    /** The largest size of the same shape with at most that many pixels; never larger than the original. */
    static Size fittingSize(Size size, long maxPixels) {
        double pixels = size.width * size.height;
        if (pixels <= maxPixels) {
            return size;
        }
        double scale = Math.sqrt(maxPixels / pixels);
        double width = Math.min(maxPixels, Math.max(1, Math.floor(size.width * scale)));
        double height = Math.max(1, Math.min(Math.round(size.height * scale), Math.floor(maxPixels / width)));
        return new Size(width, height);
    }

    private static Mat scaled(Mat source, Size size, MatScope scope) {
        if (source.size().equals(size)) {
            return source;
        }
        Mat target = scope.mat();
        Imgproc.resize(source, target, size, 0, 0, Imgproc.INTER_AREA);
        return target;
    }

    private static void encode(Mat pixels, Rendering rendering, Path target) throws IOException {
        try (MatScope scope = new MatScope()) {
            MatOfInt parameters = scope.own(parameters(rendering));
            MatOfByte encoded = scope.own(new MatOfByte());
            if (!Imgcodecs.imencode("." + rendering.format().extension(), pixels, encoded, parameters)) {
                throw new IOException("The cutout can't be encoded as " + rendering.format());
            }
            write(encoded, target);
        }
    }

    private static MatOfInt parameters(Rendering rendering) {
        int compression = rendering.compression();
        return switch (rendering.format()) {
            case JPEG -> new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, compression);
            case WEBP -> new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, compression);
            case PNG -> new MatOfInt(Imgcodecs.IMWRITE_PNG_COMPRESSION, zlibLevel(compression));
        };
    }

    static int zlibLevel(int compression) {
        return 1 + Math.round((100 - compression) * 8 / 99f);
    }

    private static void write(MatOfByte encoded, Path target) throws IOException {
        int length = (int) encoded.total();
        byte[] chunk = new byte[Math.min(CHUNK, length)];
        try (OutputStream out = Files.newOutputStream(target)) {
            // The bytes are one column, and a read goes on over as many rows as the array holds.
            for (int offset = 0; offset < length; offset += chunk.length) {
                encoded.get(offset, 0, chunk);
                out.write(chunk, 0, Math.min(chunk.length, length - offset));
            }
        }
    }
}
