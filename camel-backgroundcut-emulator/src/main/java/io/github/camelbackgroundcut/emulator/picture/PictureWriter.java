// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.Resolution;
import io.github.camelbackgroundcut.emulator.picture.metadata.ResolutionTag;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
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
 * smallest file) at 1 to 2 at 84; from 85 on, which is the default, files are written fastest and are about a third larger.
 */
public final class PictureWriter {

    /** Fainter than this (of 255) is noise of the matte and does not widen the object's bounds. */
    static final int VISIBLE = 8;

    /** From here on OpenCV's own way, a fixed filter and run lengths: 0.16 s instead of 0.4 s at 12 megapixels. */
    private static final int FAST_PNG = 85;

    private static final int CHUNK = 64 * 1024;

    private PictureWriter() {}

    /**
     * Writes the file, replacing an existing one. Its name does not matter.
     *
     * @throws UnusablePictureException if nothing of the picture is visible
     */
    public static void write(Picture picture, AlphaMatte matte, Rendering rendering, Path target)
            throws UnusablePictureException, IOException {
        try (MatScope scope = new MatScope()) {
            Layers layers = Layers.of(picture, matte, scope);
            requireVisible(layers.alpha());
            Size whole = picture.fullSize();
            if (rendering.autocrop()) {
                layers = layers.cropped(objectBounds(layers.alpha()), scope);
                whole = layers.alpha().size();
            }
            Mat cutout = cutout(layers.scaled(fittingSize(whole, rendering.maxResolution()), scope), rendering, scope);
            encode(cutout, rendering, picture.resolution(), target);
        }
    }

    private static Mat cutout(Layers layers, Rendering rendering, MatScope scope) {
        boolean opaque = rendering.background().isPresent() || rendering.format() == PictureFormat.JPEG;
        if (!opaque) {
            Mat cutout = ForegroundColours.estimateWithAlpha(layers.bgr(), layers.matte(), scope);
            if (layers.alpha() != layers.matte()) {
                Core.insertChannel(layers.alpha(), cutout, 3);
            }
            return cutout;
        }
        Mat colours = ForegroundColours.estimate(layers.bgr(), layers.matte(), scope);
        Compositor.composeOnColour(
                colours, layers.alpha(), rendering.background().orElse(RgbColor.WHITE));
        return colours;
    }

    private static void requireVisible(Mat alpha) throws UnusablePictureException {
        if (Core.minMaxLoc(alpha).maxVal <= VISIBLE) {
            throw new UnusablePictureException("No subject was found in the picture");
        }
    }

    private static Rect objectBounds(Mat alpha) {
        try (MatScope scope = new MatScope()) {
            Mat visible = scope.mat();
            Imgproc.threshold(alpha, visible, VISIBLE, 255, Imgproc.THRESH_BINARY);
            return Imgproc.boundingRect(visible);
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

    private static void encode(Mat pixels, Rendering rendering, Optional<Resolution> resolution, Path target)
            throws IOException {
        try (MatScope scope = new MatScope()) {
            MatOfInt parameters = scope.own(parameters(rendering));
            MatOfByte encoded = scope.own(new MatOfByte());
            if (!Imgcodecs.imencode("." + rendering.format().extension(), pixels, encoded, parameters)) {
                throw new IOException("The cutout can't be encoded as " + rendering.format());
            }
            byte[] start = new byte[ResolutionTag.HEAD_LENGTH];
            encoded.get(0, 0, start);
            ResolutionTag tag = resolution
                    .map(known -> switch (rendering.format()) {
                        case PNG -> ResolutionTag.png(start, known);
                        case JPEG -> ResolutionTag.jpeg(start, known);
                        case WEBP -> ResolutionTag.webp(start, pixels.cols(), pixels.rows(), known);
                    })
                    .orElse(new ResolutionTag(new byte[0], 0, new byte[0]));
            write(encoded, tag, target);
        }
    }

    private static MatOfInt parameters(Rendering rendering) {
        int compression = rendering.compression();
        return switch (rendering.format()) {
            case JPEG -> new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, compression);
            case WEBP -> new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, compression);
            case PNG ->
                compression >= FAST_PNG
                        ? new MatOfInt()
                        : new MatOfInt(Imgcodecs.IMWRITE_PNG_COMPRESSION, zlibLevel(compression));
        };
    }

    static int zlibLevel(int compression) {
        return 2 + Math.round((FAST_PNG - 1 - compression) * 7f / (FAST_PNG - 2));
    }

    private static void write(MatOfByte encoded, ResolutionTag tag, Path target) throws IOException {
        int length = (int) encoded.total();
        byte[] chunk = new byte[Math.min(CHUNK, length)];
        try (OutputStream out = Files.newOutputStream(target)) {
            // The bytes are one column, and a read goes on over as many rows as the array holds.
            out.write(tag.head());
            for (int offset = tag.replaced(); offset < length; offset += chunk.length) {
                encoded.get(offset, 0, chunk);
                out.write(chunk, 0, Math.min(chunk.length, length - offset));
            }
            out.write(tag.tail());
        }
    }

    /**
     * What a cutout is made of, all of one size.
     *
     * @param bgr   the picture's colours
     * @param matte where the object is; at its soft edge the colours are mixed with the old backdrop
     * @param alpha the matte, or less where the file was transparent; there, colours are not mixed with anything
     */
    private record Layers(Mat bgr, Mat matte, Mat alpha) {

        static Layers of(Picture picture, AlphaMatte matte, MatScope scope) {
            Optional<Mat> own = picture.ownAlpha();
            if (own.isEmpty()) {
                return new Layers(picture.colours(), matte.mat(), matte.mat());
            }
            Mat alpha = scope.mat();
            Core.min(matte.mat(), own.get(), alpha);
            return new Layers(picture.colours(), matte.mat(), alpha);
        }

        Layers cropped(Rect bounds, MatScope scope) {
            Mat part = scope.own(matte.submat(bounds));
            return new Layers(
                    scope.own(bgr.submat(bounds)), part, alpha == matte ? part : scope.own(alpha.submat(bounds)));
        }

        Layers scaled(Size size, MatScope scope) {
            if (bgr.size().equals(size)) {
                return this;
            }
            Mat smallMatte = scaled(matte, size, scope);
            if (alpha == matte) {
                return new Layers(scaled(bgr, size, scope), smallMatte, smallMatte);
            }
            Mat smallAlpha = scaled(alpha, size, scope);
            return new Layers(scaledByAlpha(size, scope), smallMatte, smallAlpha);
        }

        /** Colours of transparent pixels are anything: they must not blend into what can be seen. */
        private Mat scaledByAlpha(Size size, MatScope scope) {
            Mat weights = scope.mat();
            alpha.convertTo(weights, CvType.CV_16U, 257);
            Mat colours = scope.mat();
            Mat threefold = threefold(alpha, scope);
            Core.multiply(bgr, threefold, colours, 1, CvType.CV_16U);
            Mat smallColours = scaled(colours, size, scope);
            Mat smallWeights = threefold(scaled(weights, size, scope), scope);
            Mat result = scope.mat();
            Core.divide(smallColours, smallWeights, result, 257, CvType.CV_8U);
            return result;
        }

        private static Mat threefold(Mat plane, MatScope scope) {
            Mat result = scope.mat();
            Core.merge(List.of(plane, plane, plane), result);
            return result;
        }

        private static Mat scaled(Mat source, Size size, MatScope scope) {
            Mat target = scope.mat();
            Imgproc.resize(source, target, size, 0, 0, Imgproc.INTER_AREA);
            return target;
        }
    }
}
