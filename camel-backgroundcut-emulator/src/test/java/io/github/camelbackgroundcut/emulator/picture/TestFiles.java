// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Puts into encoded pictures what OpenCV's encoders can't: profiles, EXIF, resolutions. */
final class TestFiles {

    private static final int PNG_HEADER_LENGTH = 33;
    private static final int VP8X_EXIF = 0x08;
    private static final int VP8X_PROFILE = 0x20;

    private TestFiles() {}

    static byte[] withProfile(String extension, byte[] file, byte[] icc) {
        return switch (extension) {
            case ".png" -> withChunk(file, "iCCP", concat(ascii("name\0\0"), deflated(icc)));
            case ".jpg" -> withSegment(file, 0xe2, concat(ascii("ICC_PROFILE\0\1\1"), icc));
            default -> webp(file, "ICCP", icc, VP8X_PROFILE);
        };
    }

    static byte[] withExif(String extension, byte[] file, byte[] tiff) {
        return switch (extension) {
            case ".png" -> withChunk(file, "eXIf", tiff);
            case ".jpg" -> withSegment(file, 0xe1, concat(ascii("Exif\0\0"), tiff));
            default -> webp(file, "EXIF", tiff, VP8X_EXIF);
        };
    }

    /** EXIF with one orientation and one resolution for both directions. */
    static byte[] exif(int orientation, int dotsPerInch) {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 4 * 12 + 4 + 8);
        tiff.put(ascii("MM\0*")).putInt(8).putShort((short) 4);
        int fraction = tiff.capacity() - 8;
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x011a).putShort((short) 5).putInt(1).putInt(fraction);
        tiff.putShort((short) 0x011b).putShort((short) 5).putInt(1).putInt(fraction);
        tiff.putShort((short) 0x0128)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 2)
                .putShort((short) 0);
        return tiff.putInt(0).putInt(dotsPerInch).putInt(1).array();
    }

    static byte[] withChunk(byte[] png, String name, byte[] data) {
        byte[] named = concat(ascii(name), data);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        ByteBuffer chunk = ByteBuffer.allocate(named.length + 8);
        chunk.putInt(data.length).put(named).putInt((int) checksum.getValue());
        return concat(
                Arrays.copyOf(png, PNG_HEADER_LENGTH),
                chunk.array(),
                Arrays.copyOfRange(png, PNG_HEADER_LENGTH, png.length));
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] head = {(byte) 0xff, (byte) marker, (byte) (data.length + 2 >> 8), (byte) (data.length + 2)};
        return concat(Arrays.copyOf(jpeg, 2), head, data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The image chunk of a simple, lossless file between an extended header and another chunk. */
    private static byte[] webp(byte[] file, String name, byte[] data, int flag) {
        ByteBuffer source = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int bits = source.getInt(21);
        byte[] image = Arrays.copyOfRange(file, 12, file.length);
        byte[] padding = new byte[data.length % 2];
        ByteBuffer target = ByteBuffer.allocate(12 + 18 + image.length + 8 + data.length + padding.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        target.put(ascii("RIFF"))
                .putInt(target.capacity() - 8)
                .put(ascii("WEBPVP8X"))
                .putInt(10)
                .putInt(flag);
        put24(target, bits & 0x3fff);
        put24(target, bits >> 14 & 0x3fff);
        boolean isProfile = name.equals("ICCP");
        if (!isProfile) {
            target.put(image);
        }
        target.put(ascii(name)).putInt(data.length).put(data).put(padding);
        if (isProfile) {
            target.put(image);
        }
        return target.array();
    }

    /** That many times the same frame. */
    static byte[] animation(byte[] still, int width, int height, int frames) {
        byte[] image = Arrays.copyOfRange(still, 12, still.length);
        ByteBuffer target =
                ByteBuffer.allocate(12 + 18 + 14 + frames * (24 + image.length)).order(ByteOrder.LITTLE_ENDIAN);
        target.put(ascii("RIFF"))
                .putInt(target.capacity() - 8)
                .put(ascii("WEBPVP8X"))
                .putInt(10)
                .putInt(0x02);
        put24(target, width - 1);
        put24(target, height - 1);
        target.put(ascii("ANIM")).putInt(6).putInt(0).putShort((short) 0);
        for (int i = 0; i < frames; i++) {
            target.put(ascii("ANMF")).putInt(16 + image.length);
            put24(target, 0);
            put24(target, 0);
            put24(target, width - 1);
            put24(target, height - 1);
            put24(target, 100);
            target.put((byte) 0).put(image);
        }
        return target.array();
    }

    private static void put24(ByteBuffer target, int value) {
        target.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
