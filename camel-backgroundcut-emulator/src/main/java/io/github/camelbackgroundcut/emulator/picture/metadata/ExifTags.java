// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** What EXIF says in its first directory, which is a TIFF one: how to turn the picture, and its resolution. */
public record ExifTags(Optional<Orientation> orientation, Optional<Resolution> resolution) {

    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011a;
    private static final int Y_RESOLUTION = 0x011b;
    private static final int RESOLUTION_UNIT = 0x0128;
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;
    private static final int ENTRY_LENGTH = 12;
    private static final int VALUE_IN_ENTRY = 8;

    static final ExifTags NONE = new ExifTags(Optional.empty(), Optional.empty());

    /** @param tiff begins with the byte order; what makes no sense counts as absent, as in all viewers */
    static ExifTags parse(byte[] tiff) {
        try {
            ByteBuffer data = ByteBuffer.wrap(tiff);
            data.order(data.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return parse(data, data.getInt(4));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return NONE;
        }
    }

    private static ExifTags parse(ByteBuffer data, int directory) {
        Optional<Orientation> orientation = Optional.empty();
        double across = 0;
        double down = 0;
        int unit = INCH;
        int count = data.getShort(directory) & 0xffff;
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * ENTRY_LENGTH;
            switch (data.getShort(entry) & 0xffff) {
                case ORIENTATION -> orientation = Orientation.of(data.getShort(entry + VALUE_IN_ENTRY));
                case X_RESOLUTION -> across = rational(data, entry);
                case Y_RESOLUTION -> down = rational(data, entry);
                case RESOLUTION_UNIT -> unit = data.getShort(entry + VALUE_IN_ENTRY);
                default -> {
                    // Of no use here.
                }
            }
        }
        return new ExifTags(orientation, resolution(across, down, unit));
    }

    private static Optional<Resolution> resolution(double across, double down, int unit) {
        return switch (unit) {
            case INCH -> Optional.of(new Resolution(across, down));
            case CENTIMETRE -> Optional.of(Resolution.perCentimetre(across, down));
            default -> Optional.empty();
        };
    }

    private static double rational(ByteBuffer data, int entry) {
        int at = data.getInt(entry + VALUE_IN_ENTRY);
        long numerator = data.getInt(at) & 0xffffffffL;
        long denominator = data.getInt(at + 4) & 0xffffffffL;
        return denominator == 0 ? 0 : numerator / (double) denominator;
    }
}
