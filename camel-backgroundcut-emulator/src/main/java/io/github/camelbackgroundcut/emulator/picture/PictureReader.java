// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Decodes picture files. Size and completeness are checked on the file's structure first, so that bad input costs no
 * memory to speak of.
 *
 * <p>JPEG is turned as its EXIF orientation says. The alpha channel of PNG and WebP is kept beside the colours, which are
 * composed on white. 16 bits a channel become 8.
 */
public final class PictureReader {

    /** Fewer pixels a side, and there is no room for an object and a backdrop. */
    static final int MIN_SIDE = 16;

    /** A picture that is longer than this many times its width shrinks to nothing at the engine's working size. */
    static final int MAX_ASPECT_RATIO = 20;

    private static final int CHUNK = 64 * 1024;

    private final long maxPixels;

    /** @param maxPixels the most pixels (width × height) that are decoded */
    public PictureReader(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * Reads a PNG, JPEG or WebP file; its name does not matter.
     *
     * @return the upright picture, to be closed by the caller
     * @throws UnusablePictureException if the file is not a picture of these formats, too large, too small, too thin,
     *                                  truncated or broken
     */
    public Picture read(Path file) throws UnusablePictureException, IOException {
        return read(file, Long.MAX_VALUE);
    }

    /**
     * The same for outputs that are smaller than the picture: a JPEG is then decoded at a half, a quarter or an eighth of
     * its width and height, which skips most of the decoder's work and all later work on pixels that nobody sees. What is
     * refused depends on the full size.
     *
     * @param neededPixels the fewest pixels that the decoded picture must keep, if the file has as many
     */
    public Picture read(Path file, long neededPixels) throws UnusablePictureException, IOException {
        PictureHeader header;
        try (FileBytes bytes = new FileBytes(file)) {
            header = PictureHeader.read(bytes);
            requireUsableSize(header);
            PictureHeader.requireComplete(header.format(), bytes);
        }
        OpenCvLibrary.load();
        try (MatScope scope = new MatScope()) {
            JpegReduction reduction = JpegReduction.of(header, neededPixels);
            Mat decoded = decode(file, header, reduction, scope);
            requireSizeOfHeader(decoded, header, reduction);
            return toPicture(decoded, uprightSize(decoded, header, reduction), scope);
        }
    }

    private void requireUsableSize(PictureHeader header) throws UnusablePictureException {
        String size = header.width() + " x " + header.height() + " pixels";
        if (header.pixels() > maxPixels) {
            throw new UnusablePictureException(
                    "The picture is too large: %s, more than the %d allowed in total".formatted(size, maxPixels));
        }
        int shortSide = Math.min(header.width(), header.height());
        int longSide = Math.max(header.width(), header.height());
        if (shortSide < MIN_SIDE) {
            throw new UnusablePictureException(
                    "The picture is too small: %s, each side needs at least %d".formatted(size, MIN_SIDE));
        }
        if (longSide > (long) shortSide * MAX_ASPECT_RATIO) {
            throw new UnusablePictureException(
                    "The picture is too thin: %s, the long side may be at most %d times the short one"
                            .formatted(size, MAX_ASPECT_RATIO));
        }
    }

    private static Mat decode(Path file, PictureHeader header, JpegReduction reduction, MatScope scope)
            throws UnusablePictureException, IOException {
        // Only the colour mode applies the EXIF orientation, only the unchanged one keeps alpha. JPEG has no alpha.
        int mode = header.format() == PictureFormat.JPEG ? reduction.imreadMode() : Imgcodecs.IMREAD_UNCHANGED;
        try (MatScope encoded = new MatScope()) {
            Mat decoded = scope.own(Imgcodecs.imdecode(readAll(file, encoded), mode));
            if (decoded.empty()) {
                throw new UnusablePictureException(
                        "The %s picture is damaged and can't be decoded".formatted(header.format()));
            }
            return decoded;
        } catch (CvException e) {
            throw new UnusablePictureException(
                    "The %s picture is damaged and can't be decoded".formatted(header.format()), e);
        }
    }

    /** The file in native memory. OpenCV could open it itself, but on Windows only with a plain ASCII path. */
    private static Mat readAll(Path file, MatScope scope) throws UnusablePictureException, IOException {
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE) {
            throw new UnusablePictureException("The file is too large: %d bytes".formatted(size));
        }
        Mat bytes = scope.own(new Mat(1, (int) size, CvType.CV_8UC1));
        try (InputStream in = Files.newInputStream(file)) {
            int offset = 0;
            byte[] chunk = in.readNBytes(CHUNK);
            while (chunk.length > 0 && offset + chunk.length <= size) {
                bytes.put(0, offset, chunk);
                offset += chunk.length;
                chunk = in.readNBytes(CHUNK);
            }
        }
        return bytes;
    }

    private static void requireSizeOfHeader(Mat decoded, PictureHeader header, JpegReduction reduction)
            throws UnusablePictureException {
        Size expected = reduction.of(header.width(), header.height());
        if (!decoded.size().equals(expected) && !decoded.size().equals(turned(expected))) {
            throw new UnusablePictureException(
                    "The %s picture is not as large as its header says".formatted(header.format()));
        }
    }

    /** The header tells the size as stored; whether it was turned can be told from what was decoded. */
    private static Size uprightSize(Mat decoded, PictureHeader header, JpegReduction reduction) {
        Size stored = new Size(header.width(), header.height());
        return decoded.size().equals(reduction.of(header.width(), header.height())) ? stored : turned(stored);
    }

    private static Size turned(Size size) {
        return new Size(size.height, size.width);
    }

    private static Picture toPicture(Mat decoded, Size fullSize, MatScope scope) {
        Mat bytes = decoded;
        if (decoded.depth() == CvType.CV_16U) {
            bytes = scope.mat();
            decoded.convertTo(bytes, CvType.CV_8U, 1.0 / 257);
        }
        return switch (bytes.channels()) {
            case 1 -> new Picture(converted(bytes, Imgproc.COLOR_GRAY2BGR), Optional.empty());
            case 4 -> withAlpha(bytes, scope);
            default -> new Picture(scope.handOver(bytes), Optional.empty(), fullSize);
        };
    }

    private static Picture withAlpha(Mat bgra, MatScope scope) {
        Mat alpha = scope.mat();
        Core.extractChannel(bgra, alpha, 3);
        Mat bgr = converted(bgra, Imgproc.COLOR_BGRA2BGR);
        if (Core.minMaxLoc(alpha).minVal == 255) {
            return new Picture(bgr, Optional.empty());
        }
        Compositor.composeOnColour(bgr, alpha, RgbColor.WHITE);
        return new Picture(bgr, Optional.of(scope.handOver(alpha)));
    }

    private static Mat converted(Mat source, int code) {
        Mat target = new Mat();
        Imgproc.cvtColor(source, target, code);
        return target;
    }
}
