// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes a resolution into an encoded file, as OpenCV's encoders can't: takes the place of the file's first bytes, and
 * follows its last ones.
 *
 * @param head     what the file begins with
 * @param replaced how many bytes of the encoded file it takes the place of
 * @param tail     what follows the encoded file
 */
public record ResolutionTag(byte[] head, int replaced, byte[] tail) {

    /** So many bytes of the encoded file have to be given. */
    public static final int HEAD_LENGTH = 33;

    private static final int PNG_HEADER_LENGTH = 33;
    private static final int JFIF_UNIT = 13;
    private static final int JFIF_END = 18;
    private static final int RIFF_SIZE = 4;
    private static final int RIFF_HEADER_LENGTH = 12;
    private static final int VP8X_FLAGS = 20;
    private static final int VP8X_END = 30;
    private static final byte EXIF_FLAG = 0x08;
    private static final byte ALPHA_FLAG = 0x10;
    private static final int CHUNK_HEADER_LENGTH = 8;

    /** A {@code pHYs} chunk behind the header. */
    public static ResolutionTag png(byte[] start, Resolution resolution) {
        ByteBuffer chunk = ByteBuffer.allocate(21).putInt(9).put(ascii("pHYs"));
        chunk.putInt(resolution.acrossPerMetre())
                .putInt(resolution.downPerMetre())
                .put((byte) 1);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 13);
        chunk.putInt((int) checksum.getValue());
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(start, 0, PNG_HEADER_LENGTH);
        head.writeBytes(chunk.array());
        return new ResolutionTag(head.toByteArray(), PNG_HEADER_LENGTH, new byte[0]);
    }

    /** The density of the JFIF segment that the encoder begins with. */
    public static ResolutionTag jpeg(byte[] start, Resolution resolution) {
        ByteBuffer head = ByteBuffer.allocate(JFIF_END).put(start, 0, JFIF_END);
        head.put(JFIF_UNIT, (byte) 1);
        head.putShort(JFIF_UNIT + 1, (short) Math.round(resolution.across()));
        head.putShort(JFIF_UNIT + 3, (short) Math.round(resolution.down()));
        return new ResolutionTag(head.array(), JFIF_END, new byte[0]);
    }

    /** An {@code EXIF} chunk at the end, and the extended header that says so. */
    public static ResolutionTag webp(byte[] start, int width, int height, Resolution resolution) {
        byte[] exif = exif(resolution);
        ByteBuffer encoded = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        String first = new String(start, RIFF_HEADER_LENGTH, 4, StandardCharsets.ISO_8859_1);
        boolean isExtended = first.equals("VP8X");
        ByteBuffer head = ByteBuffer.allocate(VP8X_END).order(ByteOrder.LITTLE_ENDIAN);
        head.put(start, 0, isExtended ? VP8X_END : RIFF_HEADER_LENGTH);
        int added = exif.length + (isExtended ? 0 : VP8X_END - RIFF_HEADER_LENGTH);
        head.putInt(RIFF_SIZE, encoded.getInt(RIFF_SIZE) + added);
        if (isExtended) {
            head.put(VP8X_FLAGS, (byte) (start[VP8X_FLAGS] | EXIF_FLAG));
            return new ResolutionTag(head.array(), VP8X_END, exif);
        }
        boolean hasAlpha = first.equals("VP8L") && (start[24] & 0x10) != 0;
        head.put(ascii("VP8X")).putInt(10).putInt(hasAlpha ? EXIF_FLAG | ALPHA_FLAG : EXIF_FLAG);
        put24(head, width - 1);
        put24(head, height - 1);
        return new ResolutionTag(head.array(), RIFF_HEADER_LENGTH, exif);
    }

    private static void put24(ByteBuffer target, int value) {
        target.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    /** A directory with three entries, and the two fractions that do not fit into them. */
    private static byte[] exif(Resolution resolution) {
        int directory = 8;
        int fractions = directory + 2 + 3 * 12 + 4;
        int length = fractions + 16;
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER_LENGTH + length).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(ascii("EXIF")).putInt(length);
        chunk.put(ascii("II*\0")).putInt(directory).putShort((short) 3);
        entry(chunk, 0x011a, 5, fractions);
        entry(chunk, 0x011b, 5, fractions + 8);
        entry(chunk, 0x0128, 3, 2);
        chunk.putInt(0);
        chunk.putInt((int) Math.round(resolution.across() * 1000)).putInt(1000);
        chunk.putInt((int) Math.round(resolution.down() * 1000)).putInt(1000);
        return chunk.array();
    }

    private static void entry(ByteBuffer target, int tag, int type, int value) {
        target.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
