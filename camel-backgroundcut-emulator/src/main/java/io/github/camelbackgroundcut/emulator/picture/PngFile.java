// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import io.github.camelbackgroundcut.emulator.picture.metadata.PictureMetadata;
import io.github.camelbackgroundcut.emulator.picture.metadata.Resolution;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** The chunks of a PNG file: length, name, data, checksum (W3C PNG specification, section 5). */
final class PngFile {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHECKSUM_LENGTH = 4;

    private static final int LONGEST_METADATA = 16 * 1024 * 1024;
    private static final Set<String> METADATA = Set.of("iCCP", "eXIf", "pHYs", "tRNS");
    private static final int PHYS_LENGTH = 9;
    /** Where in the header chunk the bits a channel are; the kind of colour follows. */
    private static final int HEADER_BITS = 16;
    /** Of the kind of colour without the bit for alpha. */
    private static final int GREY = 0;

    private PngFile() {}

    static PictureHeader readHeader(FileBytes bytes) throws UnusablePictureException, IOException {
        bytes.skip(SIGNATURE_LENGTH + 4L);
        if (!bytes.fourCharacters().equals("IHDR")) {
            throw new UnusablePictureException("The PNG picture does not start with its header (IHDR)");
        }
        return new PictureHeader(PictureFormat.PNG, dimension(bytes), dimension(bytes));
    }

    /** A PNG dimension has 31 bits; a larger one is as useless as 0. */
    private static int dimension(FileBytes bytes) throws IOException {
        long value = bytes.u32BigEndian();
        return value > Integer.MAX_VALUE ? 0 : (int) value;
    }

    /** Reads up to and with the IEND chunk. */
    static PictureMetadata readMetadata(FileBytes bytes) throws IOException {
        PictureMetadata.Gatherer gatherer = new PictureMetadata.Gatherer();
        bytes.skip(SIGNATURE_LENGTH + HEADER_BITS);
        int bits = bytes.u8();
        gatherer.pixels(bytes.u8() % 4 == GREY ? 1 : 3, bits);
        bytes.seek(SIGNATURE_LENGTH);
        boolean hasData = false;
        String name;
        do {
            long length = bytes.u32BigEndian();
            name = bytes.fourCharacters();
            hasData |= name.equals("IDAT");
            if (METADATA.contains(name) && length <= LONGEST_METADATA) {
                read(name, bytes.next((int) length), gatherer);
                bytes.skip(CHECKSUM_LENGTH);
            } else {
                bytes.skip(length + CHECKSUM_LENGTH);
            }
        } while (!name.equals("IEND"));
        if (!hasData) {
            throw new EOFException("no IDAT chunk");
        }
        return gatherer.metadata();
    }

    private static void read(String name, byte[] chunk, PictureMetadata.Gatherer gatherer) {
        switch (name) {
            case "iCCP" -> profile(chunk).ifPresent(gatherer::profile);
            case "eXIf" -> gatherer.exif(chunk);
            case "tRNS" -> {
                if (chunk.length == 2) {
                    gatherer.greyKey(ByteBuffer.wrap(chunk).getShort() & 0xffff);
                }
            }
            default -> {
                if (chunk.length == PHYS_LENGTH && chunk[PHYS_LENGTH - 1] == 1) {
                    ByteBuffer phys = ByteBuffer.wrap(chunk);
                    gatherer.resolution(Resolution.perMetre(phys.getInt(), phys.getInt()));
                }
            }
        }
    }

    /** A name, which ends with 0, the number of the only method, and the compressed profile. */
    private static Optional<byte[]> profile(byte[] chunk) {
        int start = 0;
        while (start < chunk.length && chunk[start] != 0) {
            start++;
        }
        if (start + 2 >= chunk.length) {
            return Optional.empty();
        }
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(chunk, start + 2, chunk.length))) {
            return Optional.of(in.readNBytes(LONGEST_METADATA));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
