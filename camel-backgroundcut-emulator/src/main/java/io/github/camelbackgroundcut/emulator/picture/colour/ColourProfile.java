// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.colour;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Converts the colours that a profile describes to sRGB, with the JDK's colour management (LittleCMS). It works in strips,
 * so that a large picture needs no second copy on the heap.
 */
public final class ColourProfile {

    private static final int STRIP_PIXELS = 500_000;
    /** Colours a channel of the test whether a profile is sRGB under another name. */
    private static final int TEST_LEVELS = 8;

    private final ColorConvertOp toSrgb;
    private final int channels;

    private ColourProfile(ICC_ColorSpace space) {
        this.toSrgb = new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        this.channels = space.getNumComponents();
    }

    /** @return empty if the profile is broken, as decoders take such a picture for sRGB */
    public static Optional<ColourProfile> parse(byte[] icc) {
        try {
            return Optional.of(new ColourProfile(new ICC_ColorSpace(ICC_Profile.getInstance(icc))))
                    .filter(ColourProfile::works);
        } catch (IllegalArgumentException | CMMException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    public int channels() {
        return channels;
    }

    /** The JDK reads a profile's tables when it first needs them. */
    private boolean works() {
        convert(new byte[channels], 1, 1);
        return true;
    }

    /** Whether pixels stay as they are, but for rounding: most profiles in files are sRGB's. */
    public boolean isSrgb() {
        if (channels != 3) {
            return false;
        }
        byte[] colours = new byte[3 * TEST_LEVELS * TEST_LEVELS * TEST_LEVELS];
        for (int i = 0; i < colours.length / 3; i++) {
            colours[3 * i] = level(i);
            colours[3 * i + 1] = level(i / TEST_LEVELS);
            colours[3 * i + 2] = level(i / TEST_LEVELS / TEST_LEVELS);
        }
        byte[] converted = convert(colours, colours.length / 3, 1);
        for (int i = 0; i < colours.length; i++) {
            if (Math.abs((colours[i] & 0xff) - (converted[i] & 0xff)) > 1) {
                return false;
            }
        }
        return true;
    }

    private static byte level(int index) {
        return (byte) (255 * (index % TEST_LEVELS) / (TEST_LEVELS - 1));
    }

    /**
     * @param pixels as many channels of 8 or 16 bits as the profile has, in its own order (RGB, grey or CMYK)
     * @param rgb    becomes {@code CV_8UC3} in the order red, green, blue
     */
    public void toRgb(Mat pixels, Mat rgb) {
        rgb.create(pixels.size(), CvType.CV_8UC3);
        int rows = Math.max(1, STRIP_PIXELS / pixels.cols());
        for (int y = 0; y < pixels.rows(); y += rows) {
            int count = Math.min(rows, pixels.rows() - y);
            rgb.put(y, 0, convertRows(pixels, y, count));
        }
    }

    private byte[] convertRows(Mat pixels, int from, int count) {
        int values = count * pixels.cols() * channels;
        if (pixels.depth() == CvType.CV_8U) {
            byte[] strip = new byte[values];
            pixels.get(from, 0, strip);
            return convert(strip, pixels.cols(), count);
        }
        short[] strip = new short[values];
        pixels.get(from, 0, strip);
        return convert(new DataBufferUShort(strip, values), pixels.cols(), count);
    }

    private byte[] convert(byte[] strip, int width, int height) {
        return convert(new DataBufferByte(strip, strip.length), width, height);
    }

    private byte[] convert(DataBuffer strip, int width, int height) {
        Raster source = raster(strip, width, height, channels);
        byte[] rgb = new byte[3 * width * height];
        toSrgb.filter(source, raster(new DataBufferByte(rgb, rgb.length), width, height, 3));
        return rgb;
    }

    private static WritableRaster raster(DataBuffer data, int width, int height, int channels) {
        int[] offsets = new int[channels];
        for (int i = 0; i < channels; i++) {
            offsets[i] = i;
        }
        return Raster.createInterleavedRaster(data, width, height, width * channels, channels, offsets, null);
    }
}
