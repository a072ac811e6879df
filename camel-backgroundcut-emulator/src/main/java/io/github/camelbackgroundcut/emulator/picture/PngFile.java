// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.io.EOFException;
import java.io.IOException;

/** The chunks of a PNG file: length, name, data, checksum (W3C PNG specification, section 5). */
final class PngFile {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHECKSUM_LENGTH = 4;

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
    static void skipToEnd(FileBytes bytes) throws IOException {
        bytes.skip(SIGNATURE_LENGTH);
        boolean hasData = false;
        String name;
        do {
            long length = bytes.u32BigEndian();
            name = bytes.fourCharacters();
            hasData |= name.equals("IDAT");
            bytes.skip(length + CHECKSUM_LENGTH);
        } while (!name.equals("IEND"));
        if (!hasData) {
            throw new EOFException("no IDAT chunk");
        }
    }
}
