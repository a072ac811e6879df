// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.io.IOException;

/** The segments of a JPEG file: marker, length, data; pixel data follows a start-of-scan (ITU-T T.81, annex B). */
final class JpegFile {

    private static final int MARKER_START = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

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

    /**
     * Reads up to the end-of-image marker. Embedded previews have such a marker too, but lie inside a segment that is
     * skipped as a whole. Bytes after the end, which some cameras append, do not matter.
     */
    static void skipToEnd(FileBytes bytes) throws IOException {
        bytes.skip(2);
        int marker = nextMarker(bytes);
        while (marker != END_OF_IMAGE) {
            skipSegment(bytes);
            marker = nextMarker(bytes);
        }
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
