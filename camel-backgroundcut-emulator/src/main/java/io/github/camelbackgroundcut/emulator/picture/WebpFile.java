// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import io.github.camelbackgroundcut.emulator.picture.metadata.PictureMetadata;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The RIFF chunks of a WebP file (RFC 9649, sections 2 and 3). */
final class WebpFile {

    private static final int RIFF_HEADER_LENGTH = 8;
    private static final int LONGEST_METADATA = 16 * 1024 * 1024;
    private static final int ANIMATION_FLAG = 0x02;
    private static final int ALPHA_FLAG = 0x10;
    private static final int FRAME_HEADER_LENGTH = 16;

    private WebpFile() {}

    static PictureHeader readHeader(FileBytes bytes) throws UnusablePictureException, IOException {
        bytes.skip(RIFF_HEADER_LENGTH + 4L);
        String chunk = bytes.fourCharacters();
        bytes.skip(4);
        return switch (chunk) {
            case "VP8 " -> lossy(bytes);
            case "VP8L" -> lossless(bytes);
            case "VP8X" -> extended(bytes);
            default -> throw new UnusablePictureException("The WebP picture does not say how large it is");
        };
    }

    private static PictureHeader lossy(FileBytes bytes) throws IOException {
        bytes.skip(6); // frame tag and start code
        int width = bytes.u16LittleEndian() & 0x3fff;
        int height = bytes.u16LittleEndian() & 0x3fff;
        return new PictureHeader(PictureFormat.WEBP, width, height);
    }

    private static PictureHeader lossless(FileBytes bytes) throws IOException {
        bytes.skip(1); // signature
        long bits = bytes.u32LittleEndian();
        int width = (int) (bits & 0x3fff) + 1;
        int height = (int) (bits >> 14 & 0x3fff) + 1;
        return new PictureHeader(PictureFormat.WEBP, width, height);
    }

    private static PictureHeader extended(FileBytes bytes) throws UnusablePictureException, IOException {
        int flags = bytes.u8();
        bytes.skip(3);
        int width = bytes.u24LittleEndian() + 1;
        int height = bytes.u24LittleEndian() + 1;
        if ((flags & ANIMATION_FLAG) != 0 && onlyFrame(bytes, width, height).isEmpty()) {
            throw new UnusablePictureException("The WebP picture is animated: send a still picture");
        }
        return new PictureHeader(PictureFormat.WEBP, width, height);
    }

    /** A still file of the frame of an animation that has but one; empty if the file is a still one anyway. */
    static Optional<byte[]> still(FileBytes bytes) throws IOException {
        bytes.seek(RIFF_HEADER_LENGTH + 4L);
        if (!bytes.fourCharacters().equals("VP8X")) {
            return Optional.empty();
        }
        bytes.skip(4);
        boolean animated = (bytes.u8() & ANIMATION_FLAG) != 0;
        bytes.skip(3);
        int width = bytes.u24LittleEndian() + 1;
        int height = bytes.u24LittleEndian() + 1;
        return animated ? onlyFrame(bytes, width, height).map(frame -> asFile(frame, width, height)) : Optional.empty();
    }

    /** The chunks of the only frame, if there is but one, as large as the canvas. Reads from behind the first chunk. */
    private static Optional<byte[]> onlyFrame(FileBytes bytes, int width, int height) throws IOException {
        Optional<byte[]> frame = Optional.empty();
        while (bytes.position() + RIFF_HEADER_LENGTH <= bytes.length()) {
            String name = bytes.fourCharacters();
            long length = bytes.u32LittleEndian();
            if (!name.equals("ANMF")) {
                bytes.skip(Math.min(length + length % 2, bytes.length() - bytes.position()));
                continue;
            }
            bytes.skip(6); // where it lies
            boolean fills = bytes.u24LittleEndian() + 1 == width && bytes.u24LittleEndian() + 1 == height;
            bytes.skip(4); // duration and blending
            if (frame.isPresent() || !fills || length > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            frame = Optional.of(bytes.next((int) length - FRAME_HEADER_LENGTH));
        }
        return frame;
    }

    private static byte[] asFile(byte[] frame, int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(30 + frame.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22 + frame.length);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(ALPHA_FLAG);
        for (int side : new int[] {width - 1, height - 1}) {
            file.put((byte) side).put((byte) (side >> 8)).put((byte) (side >> 16));
        }
        return file.put(frame).array();
    }

    /** The file has to be as long as its first chunk says. */
    static PictureMetadata readMetadata(FileBytes bytes) throws IOException {
        PictureMetadata.Gatherer gatherer = new PictureMetadata.Gatherer();
        bytes.skip(4);
        long end = RIFF_HEADER_LENGTH + bytes.u32LittleEndian();
        if (end > bytes.length()) {
            throw new EOFException();
        }
        bytes.skip(4);
        while (bytes.position() + RIFF_HEADER_LENGTH <= end) {
            String name = bytes.fourCharacters();
            long length = bytes.u32LittleEndian();
            boolean isMetadata = name.equals("ICCP") || name.equals("EXIF");
            if (isMetadata && length <= LONGEST_METADATA) {
                byte[] chunk = bytes.next((int) length);
                if (name.equals("ICCP")) {
                    gatherer.profile(chunk);
                } else {
                    gatherer.exif(startingWithByteOrder(chunk));
                }
            } else {
                bytes.skip(length);
            }
            if (length % 2 == 1 && bytes.position() < end) {
                bytes.skip(1);
            }
        }
        return gatherer.metadata();
    }

    /** Some programs put JPEG's prefix before the data. */
    private static byte[] startingWithByteOrder(byte[] exif) {
        boolean prefixed = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
        return prefixed ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }
}
