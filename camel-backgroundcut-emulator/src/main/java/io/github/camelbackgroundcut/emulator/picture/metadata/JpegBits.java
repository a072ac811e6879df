// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.io.EOFException;
import java.io.IOException;

/** The bits between two markers of a JPEG: 0xff is followed by 0 there, and by anything else in a marker. */
final class JpegBits {

    /** What stands for a marker where there is none any more. */
    static final int END_OF_FILE = -1;

    /** No marker was met yet. */
    static final int NONE = -2;

    private static final int PEEKED = 16;

    private final FileBytes bytes;
    private long buffer;
    private int buffered;
    /** Bits of the buffer that stand for what is missing behind a marker. */
    private int made;

    private int marker = NONE;

    JpegBits(FileBytes bytes) {
        this.bytes = bytes;
    }

    static int nextMarker(FileBytes bytes) throws IOException {
        while (true) {
            int value = bytes.u8();
            while (value == 0xff) {
                value = bytes.u8();
                if (value != 0 && value != 0xff) {
                    return value;
                }
            }
        }
    }

    /** The next 16 bits. */
    int peek() throws IOException {
        while (buffered < PEEKED) {
            fill();
        }
        return (int) (buffer >> buffered - PEEKED) & 0xffff;
    }

    void skip(int count) throws IOException {
        while (buffered < count) {
            fill();
        }
        buffered -= count;
    }

    /** The value of that many bits, at most 16. */
    int take(int count) throws IOException {
        skip(count);
        return (int) (buffer >> buffered) & (1 << count) - 1;
    }

    /** Whether more bits were taken than there are before the marker. */
    boolean areMissing() {
        return made > buffered;
    }

    int marker() {
        return marker;
    }

    /** Drops the rest before the next marker, and begins anew behind it. */
    int restart() throws IOException {
        int found = marker;
        if (found == NONE) {
            try {
                found = nextMarker(bytes);
            } catch (EOFException e) {
                found = END_OF_FILE;
            }
        }
        buffered = 0;
        made = 0;
        marker = NONE;
        return found;
    }

    private void fill() throws IOException {
        buffer = buffer << 8 | next();
        buffered += 8;
    }

    private int next() throws IOException {
        if (marker != NONE) {
            made += 8;
            return 0;
        }
        try {
            int value = bytes.u8();
            if (value != 0xff) {
                return value;
            }
            int following = bytes.u8();
            while (following == 0xff) {
                following = bytes.u8();
            }
            if (following == 0) {
                return 0xff;
            }
            marker = following;
        } catch (EOFException e) {
            marker = END_OF_FILE;
        }
        made += 8;
        return 0;
    }
}
