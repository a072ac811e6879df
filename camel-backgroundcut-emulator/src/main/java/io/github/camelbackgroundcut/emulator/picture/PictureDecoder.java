// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.colour.ColourProfile;
import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import io.github.camelbackgroundcut.emulator.picture.metadata.Orientation;
import io.github.camelbackgroundcut.emulator.picture.metadata.PictureMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Decodes one file and brings it to what a {@link Picture} is: upright, sRGB, 8 bits a channel, alpha apart. */
final class PictureDecoder {

    private static final int CHUNK = 64 * 1024;
    private static final long LARGEST_FILE = Integer.MAX_VALUE - 8L;

    private final Path file;
    private final PictureHeader header;
    private final PictureMetadata metadata;

    PictureDecoder(Path file, PictureHeader header, PictureMetadata metadata) {
        this.file = file;
        this.header = header;
        this.metadata = metadata;
    }

    Picture decode(JpegReduction reduction) throws UnusablePictureException, IOException {
        try (MatScope scope = new MatScope()) {
            Optional<ColourProfile> profile = metadata.profile().flatMap(ColourProfile::parse);
            if (header.format() == PictureFormat.JPEG) {
                if (metadata.channels() == CmykJpeg.CHANNELS && profile.isPresent()) {
                    return picture(CmykJpeg.decode(file, profile.get(), scope), Optional.empty(), scope);
                }
                JpegScans.requireWhole(file);
            }
            Mat stored = stored(reduction, scope);
            requireSizeOfHeader(stored, reduction);
            Optional<Mat> alpha = alpha(stored, scope);
            return picture(toSrgb(stored, profile, scope), alpha, scope);
        }
    }

    private Picture picture(Mat bgr, Optional<Mat> alpha, MatScope scope) {
        Mat colours = upright(bgr, scope);
        Optional<Mat> uprightAlpha =
                alpha.filter(plane -> Core.minMaxLoc(plane).minVal < 255).map(plane -> upright(plane, scope));
        Size size = new Size(header.width(), header.height());
        Size fullSize = metadata.orientation().swapsSides() ? new Size(size.height, size.width) : size;
        Optional<Mat> composed = uprightAlpha.map(plane -> {
            Mat onWhite = scope.own(colours.clone());
            Compositor.composeOnColour(onWhite, plane, RgbColor.WHITE);
            return onWhite;
        });
        composed.ifPresent(scope::handOver);
        uprightAlpha.ifPresent(scope::handOver);
        return new Picture(scope.handOver(colours), uprightAlpha, composed, fullSize, metadata.resolution());
    }

    private Mat upright(Mat stored, MatScope scope) {
        if (metadata.orientation() == Orientation.UPRIGHT) {
            return stored;
        }
        Mat upright = scope.mat();
        metadata.orientation().turn(stored, upright);
        return upright;
    }

    private Mat stored(JpegReduction reduction, MatScope scope) throws UnusablePictureException, IOException {
        // Only the unchanged mode keeps alpha. JPEG has none, and is turned here as the other formats are.
        int mode = header.format() == PictureFormat.JPEG
                ? reduction.imreadMode() | Imgcodecs.IMREAD_IGNORE_ORIENTATION
                : Imgcodecs.IMREAD_UNCHANGED;
        try (MatScope encoded = new MatScope()) {
            Mat bytes = header.format() == PictureFormat.WEBP ? readWebp(encoded) : readAll(encoded);
            Mat decoded = scope.own(Imgcodecs.imdecode(bytes, mode));
            if (decoded.empty()) {
                throw damaged(null);
            }
            return decoded;
        } catch (CvException e) {
            throw damaged(e);
        }
    }

    private UnusablePictureException damaged(CvException cause) {
        return new UnusablePictureException(
                "The %s picture is damaged and can't be decoded".formatted(header.format()), cause);
    }

    /** OpenCV decodes no animations, also none of one frame. */
    private Mat readWebp(MatScope scope) throws UnusablePictureException, IOException {
        Optional<byte[]> still;
        try (FileBytes bytes = new FileBytes(file)) {
            still = WebpFile.still(bytes);
        }
        return still.isPresent() ? scope.own(new MatOfByte(still.get())) : readAll(scope);
    }

    /** The file in native memory. OpenCV could open it itself, but on Windows only with a plain ASCII path. */
    private Mat readAll(MatScope scope) throws UnusablePictureException, IOException {
        long size = Files.size(file);
        if (size > LARGEST_FILE) {
            throw new UnusablePictureException("The file is too large: %d bytes".formatted(size));
        }
        // OpenCV waits for more until it sees an end marker, and leaves out the last rows. A second one does no harm.
        byte[] end = header.format() == PictureFormat.JPEG ? new byte[] {(byte) 0xff, (byte) 0xd9} : new byte[0];
        Mat bytes = scope.own(new Mat(1, (int) size + end.length, CvType.CV_8UC1));
        if (end.length > 0) {
            bytes.put(0, (int) size, end);
        }
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

    private void requireSizeOfHeader(Mat decoded, JpegReduction reduction) throws UnusablePictureException {
        if (!decoded.size().equals(reduction.of(header.width(), header.height()))) {
            throw new UnusablePictureException(
                    "The %s picture is not as large as its header says".formatted(header.format()));
        }
    }

    /** The fourth channel, or the one grey that PNG can declare transparent and OpenCV does not know of. */
    private Optional<Mat> alpha(Mat stored, MatScope scope) {
        if (stored.channels() == 4) {
            Mat alpha = scope.mat();
            Core.extractChannel(stored, alpha, 3);
            return Optional.of(eightBits(alpha, scope));
        }
        if (stored.channels() == 1 && metadata.greyKey().isPresent()) {
            int most = (1 << metadata.bits()) - 1;
            int scale = metadata.bits() < 8 ? 255 / most : 1; // OpenCV spreads 1, 2 and 4 bits
            Mat alpha = scope.mat();
            Core.compare(stored, Scalar.all(metadata.greyKey().get() * scale), alpha, Core.CMP_NE);
            return Optional.of(alpha);
        }
        return Optional.empty();
    }

    /** {@code CV_8UC3}. A profile for other channels than the file has is not applied. */
    private Mat toSrgb(Mat stored, Optional<ColourProfile> profile, MatScope scope) {
        boolean applies = profile.isPresent() && profile.get().channels() == metadata.channels();
        if (!applies || profile.get().isSrgb()) {
            return bgr(eightBits(stored, scope), scope);
        }
        Mat channels = stored;
        if (metadata.channels() == 1) {
            channels = scope.mat();
            Core.extractChannel(stored, channels, 0);
        } else {
            channels = scope.mat();
            Imgproc.cvtColor(stored, channels, stored.channels() == 4 ? Imgproc.COLOR_BGRA2RGB : Imgproc.COLOR_BGR2RGB);
        }
        Mat rgb = scope.mat();
        profile.get().toRgb(channels, rgb);
        Imgproc.cvtColor(rgb, rgb, Imgproc.COLOR_RGB2BGR);
        return rgb;
    }

    private static Mat bgr(Mat stored, MatScope scope) {
        if (stored.channels() == 3) {
            return stored;
        }
        Mat bgr = scope.mat();
        Imgproc.cvtColor(stored, bgr, stored.channels() == 1 ? Imgproc.COLOR_GRAY2BGR : Imgproc.COLOR_BGRA2BGR);
        return bgr;
    }

    private static Mat eightBits(Mat stored, MatScope scope) {
        if (stored.depth() != CvType.CV_16U) {
            return stored;
        }
        Mat bytes = scope.mat();
        stored.convertTo(bytes, CvType.CV_8U, 1.0 / 257);
        return bytes;
    }
}
