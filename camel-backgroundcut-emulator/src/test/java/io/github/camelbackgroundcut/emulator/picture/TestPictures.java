// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures drawn for tests, and files made of them. Colours are in OpenCV's order blue, green, red. */
public final class TestPictures {

    public static final Scalar RED = new Scalar(30, 30, 200);
    public static final Scalar BLUE = new Scalar(190, 70, 20);

    static {
        OpenCvLibrary.load();
    }

    private TestPictures() {}

    /** An even grey. */
    public static Mat plain(int width, int height) {
        return new Mat(height, width, CvType.CV_8UC3, Scalar.all(190));
    }

    /** A light backdrop that darkens to the bottom, with a little noise. */
    public static Mat backdrop(int width, int height) {
        Mat row = new Mat(2, 1, CvType.CV_8UC3);
        row.put(0, 0, new byte[] {(byte) 230, (byte) 230, (byte) 226, (byte) 180, (byte) 182, (byte) 184});
        Mat picture = new Mat();
        Imgproc.resize(row, picture, new Size(width, height), 0, 0, Imgproc.INTER_LINEAR);
        return withNoise(picture, 2);
    }

    /** A red disc on the backdrop: its centre is the picture's, its diameter half of the height. */
    public static Mat disc(int width, int height) {
        Mat picture = backdrop(width, height);
        Imgproc.circle(picture, new Point(width / 2.0, height / 2.0), height / 4, RED, -1, Imgproc.LINE_AA);
        return picture;
    }

    /** A patchwork of many colours. */
    public static Mat clutter(int width, int height) {
        Mat cells = new Mat(9, 12, CvType.CV_8UC3);
        Core.setRNGSeed(3);
        Core.randu(cells, 0, 255);
        Mat picture = new Mat();
        Imgproc.resize(cells, picture, new Size(width, height), 0, 0, Imgproc.INTER_CUBIC);
        return withNoise(picture, 4);
    }

    private static Mat withNoise(Mat picture, double deviation) {
        Mat noise = new Mat(picture.size(), CvType.CV_16SC3);
        Core.setRNGSeed(7);
        Core.randn(noise, 0, deviation);
        Mat wide = new Mat();
        picture.convertTo(wide, CvType.CV_16S);
        Core.add(wide, noise, wide);
        Mat result = new Mat();
        wide.convertTo(result, CvType.CV_8U);
        return result;
    }

    /** The encoded picture; the format is chosen by the extension, such as {@code .jpg}. */
    public static byte[] encoded(String extension, Mat picture, int... parameters) {
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(extension, picture, bytes, new MatOfInt(parameters));
        return bytes.toArray();
    }

    public static Path write(Path file, Mat picture) {
        String name = file.getFileName().toString();
        return write(file, encoded(name.substring(name.lastIndexOf('.')), picture));
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts an EXIF segment with that orientation (1 to 8) behind the start of a JPEG. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] tiff = {
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // big endian, first directory at 8
            0,
            1, // one entry
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0, // tag 0x0112, one short
            0,
            0,
            0,
            0 // no further directory
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.length;
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The same picture with an alpha channel that is opaque inside of the disc of {@link #disc}. */
    public static Mat withDiscAlpha(Mat bgr) {
        Mat bgra = new Mat();
        Imgproc.cvtColor(bgr, bgra, Imgproc.COLOR_BGR2BGRA);
        Core.insertChannel(discAlpha(bgr.cols(), bgr.rows()), bgra, 3);
        return bgra;
    }

    /** The matte of {@link #disc}. */
    public static Mat discAlpha(int width, int height) {
        Mat alpha = Mat.zeros(height, width, CvType.CV_8UC1);
        Imgproc.circle(alpha, new Point(width / 2.0, height / 2.0), height / 4, Scalar.all(255), -1, Imgproc.LINE_AA);
        return alpha;
    }

    public static Mat decoded(Path file) {
        return Imgcodecs.imread(file.toString(), Imgcodecs.IMREAD_UNCHANGED);
    }

    /** One pixel: its channels, 0 to 255. */
    public static int[] pixel(Mat picture, int x, int y) {
        double[] channels = picture.get(y, x);
        int[] result = new int[channels.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) channels[i];
        }
        return result;
    }

    public static double intersectionOverUnion(Mat matte, Mat truth) {
        Mat found = new Mat();
        Imgproc.threshold(matte, found, 127, 255, Imgproc.THRESH_BINARY);
        Mat wanted = new Mat();
        Imgproc.threshold(truth, wanted, 127, 255, Imgproc.THRESH_BINARY);
        Mat both = new Mat();
        Core.bitwise_and(found, wanted, both);
        Mat either = new Mat();
        Core.bitwise_or(found, wanted, either);
        return Core.countNonZero(both) / (double) Core.countNonZero(either);
    }
}
