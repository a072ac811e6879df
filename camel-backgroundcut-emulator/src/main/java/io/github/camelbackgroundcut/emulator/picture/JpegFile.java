// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import io.github.camelbackgroundcut.emulator.picture.metadata.PictureMetadata;
import io.github.camelbackgroundcut.emulator.picture.metadata.Resolution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** The segments of a JPEG file: marker, length, data; pixel data follows a start-of-scan (ITU-T T.81, annex B). */
final class JpegFile {

    private static final int MARKER_START = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private static final int APP0 = 0xe0;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final String ADOBE = "Adobe";
    private static final int ADOBE_TRANSFORM = 11;
    private static final String JFIF = "JFIF\0";
    private static final int JFIF_UNIT = 7;
    private static final int JFIF_DENSITY_END = 12;
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";

    private JpegFile() {}

    static PictureHeader readHeader(FileBytes bytes) throws UnusablePictureException, IOException {
        bytes.skip(2);
        while (true) {
            int marker = nextMarker(bytes);
            if (isStartOfFrame(marker)) {
                bytes.skip(3); // length and bits a sample
                int height = bytes.u16BigEndian();
                int width = bytes.u16BigEndian();
                return new PictureHeader(PictureFormat.JPEG, width, height);
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                throw new UnusablePictureException("The JPEG picture does not say how large it is");
            }
            skipSegment(bytes);
        }
    }

    /** Reads the application segments before the pixel data. Bytes beyond what a segment holds do no harm. */
    static PictureMetadata readMetadata(FileBytes bytes) throws IOException {
        PictureMetadata.Gatherer gatherer = new PictureMetadata.Gatherer();
        TreeMap<Integer, byte[]> profile = new TreeMap<>();
        bytes.skip(2);
        int marker = nextMarker(bytes);
        while (marker != START_OF_SCAN && marker != END_OF_IMAGE) {
            if (marker >= APP0 && marker <= APP2) {
                read(bytes.next(Math.max(0, bytes.u16BigEndian() - 2)), gatherer, profile);
            } else if (isStartOfFrame(marker)) {
                byte[] frame = bytes.next(Math.max(6, bytes.u16BigEndian() - 2));
                gatherer.pixels(frame[5], frame[0]);
            } else {
                skipSegment(bytes);
            }
            marker = nextMarker(bytes);
        }
        if (!profile.isEmpty()) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            profile.values().forEach(whole::writeBytes);
            gatherer.profile(whole.toByteArray());
        }
        return gatherer.metadata();
    }

    /** What Adobe's segment says about the channels; -1 if there is none. */
    static int adobeTransform(FileBytes bytes) throws IOException {
        bytes.seek(2);
        int marker = nextMarker(bytes);
        while (marker != START_OF_SCAN && marker != END_OF_IMAGE) {
            byte[] segment = bytes.next(Math.max(0, bytes.u16BigEndian() - 2));
            if (marker == APP14 && startsWith(segment, ADOBE) && segment.length > ADOBE_TRANSFORM) {
                return segment[ADOBE_TRANSFORM];
            }
            marker = nextMarker(bytes);
        }
        return -1;
    }

    private static void read(byte[] segment, PictureMetadata.Gatherer gatherer, SortedMap<Integer, byte[]> profile) {
        if (startsWith(segment, EXIF)) {
            gatherer.exif(Arrays.copyOfRange(segment, EXIF.length(), segment.length));
        } else if (startsWith(segment, PROFILE) && segment.length > PROFILE.length() + 2) {
            // A profile is cut in numbered pieces, as a segment holds 64 KB.
            int number = segment[PROFILE.length()] & 0xff;
            profile.put(number, Arrays.copyOfRange(segment, PROFILE.length() + 2, segment.length));
        } else if (startsWith(segment, JFIF) && segment.length >= JFIF_DENSITY_END) {
            density(ByteBuffer.wrap(segment), gatherer);
        }
    }

    private static void density(ByteBuffer jfif, PictureMetadata.Gatherer gatherer) {
        int across = jfif.getShort(JFIF_UNIT + 1) & 0xffff;
        int down = jfif.getShort(JFIF_UNIT + 3) & 0xffff;
        if (jfif.get(JFIF_UNIT) == 1) {
            gatherer.resolution(new Resolution(across, down));
        } else if (jfif.get(JFIF_UNIT) == 2) {
            gatherer.resolution(Resolution.perCentimetre(across, down));
        }
    }

    private static boolean startsWith(byte[] segment, String name) {
        return segment.length >= name.length()
                && new String(segment, 0, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    /**
     * The next marker. Pixel data before it is passed over: there, 0xff is followed by 0 (a stuffed byte), by a restart
     * marker, or by another 0xff.
     */
    private static int nextMarker(FileBytes bytes) throws IOException {
        while (true) {
            int value = bytes.u8();
            if (value != MARKER_START) {
                continue;
            }
            while (value == MARKER_START) {
                value = bytes.u8();
            }
            if (value != 0 && !standsAlone(value)) {
                return value;
            }
        }
    }

    private static void skipSegment(FileBytes bytes) throws IOException {
        int length = bytes.u16BigEndian();
        bytes.skip(Math.max(0, length - 2));
    }

    private static boolean standsAlone(int marker) {
        boolean restart = marker >= 0xd0 && marker <= 0xd7;
        return restart || marker == 0x01;
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
