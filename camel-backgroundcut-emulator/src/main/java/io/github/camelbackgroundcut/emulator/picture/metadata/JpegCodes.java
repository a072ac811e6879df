// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the Huffman codes of a JPEG's scans, and nothing else of them, to tell whether all blocks are there: at 12 megapixels
 * a tenth of what decoding costs (ITU-T T.81, annexes B and F). Progressive and arithmetic files are left to a decoder.
 */
public final class JpegCodes {

    /** What was found. */
    public enum Verdict {
        WHOLE,
        TRUNCATED,
        DAMAGED,
        /** A kind of file that this class doesn't read. */
        UNKNOWN
    }

    private static final int BASELINE = 0xc0;
    private static final int EXTENDED = 0xc1;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int LAST_FRAME = 0xcf;
    private static final int FIRST_RESTART = 0xd0;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int RESTART_INTERVAL = 0xdd;
    private static final int COEFFICIENTS = 64;
    private static final int SIXTEEN_ZEROS = 15;

    private record Component(int id, int across, int down) {}

    private final FileBytes bytes;
    private final JpegHuffmanTable[] light = new JpegHuffmanTable[4];
    private final JpegHuffmanTable[] detail = new JpegHuffmanTable[4];
    private final List<Component> components = new ArrayList<>();
    private int width;
    private int height;
    private int restartInterval;

    private JpegCodes(FileBytes bytes) {
        this.bytes = bytes;
    }

    public static Verdict check(FileBytes bytes) throws IOException {
        try {
            bytes.seek(2);
            return new JpegCodes(bytes).check();
        } catch (EOFException e) {
            return Verdict.TRUNCATED;
        }
    }

    private Verdict check() throws IOException {
        int missing = Integer.MAX_VALUE;
        while (missing > 0) {
            int marker = JpegBits.nextMarker(bytes);
            if (marker == END_OF_IMAGE) {
                return Verdict.TRUNCATED;
            }
            byte[] segment = bytes.next(Math.max(0, bytes.u16BigEndian() - 2));
            if (marker == START_OF_SCAN) {
                Verdict verdict = components.isEmpty() ? Verdict.UNKNOWN : scan(segment);
                if (verdict != Verdict.WHOLE) {
                    return verdict;
                }
                missing = (missing == Integer.MAX_VALUE ? components.size() : missing) - segment[0];
            } else if (marker == BASELINE || marker == EXTENDED) {
                frame(segment);
            } else if (marker == HUFFMAN_TABLES) {
                tables(segment);
            } else if (marker == RESTART_INTERVAL) {
                restartInterval = u16(segment, 0);
            } else if (marker > EXTENDED && marker <= LAST_FRAME) {
                return Verdict.UNKNOWN;
            }
        }
        return Verdict.WHOLE;
    }

    private void frame(byte[] segment) {
        height = u16(segment, 1);
        width = u16(segment, 3);
        for (int at = 6; at + 2 < segment.length; at += 3) {
            int sampling = segment[at + 1] & 0xff;
            components.add(new Component(segment[at], Math.max(1, sampling >> 4), Math.max(1, sampling & 15)));
        }
    }

    private void tables(byte[] segment) {
        int at = 0;
        while (at + JpegHuffmanTable.LENGTHS < segment.length) {
            int id = segment[at] & 3;
            JpegHuffmanTable table = JpegHuffmanTable.parse(segment, at + 1);
            ((segment[at] & 0x10) == 0 ? light : detail)[id] = table;
            at += 1 + table.length();
        }
    }

    private Verdict scan(byte[] segment) throws IOException {
        int count = segment[0];
        List<Component> scanned = new ArrayList<>();
        List<JpegHuffmanTable> lights = new ArrayList<>();
        List<JpegHuffmanTable> details = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = segment[1 + 2 * i];
            Component component =
                    components.stream().filter(each -> each.id == id).findFirst().orElse(null);
            JpegHuffmanTable itsLight = light[segment[2 + 2 * i] >> 4 & 3];
            JpegHuffmanTable itsDetail = detail[segment[2 + 2 * i] & 3];
            if (component == null || itsLight == null || itsDetail == null || height == 0) {
                return Verdict.UNKNOWN;
            }
            int blocks = count == 1 ? 1 : component.across * component.down;
            scanned.add(component);
            lights.addAll(Collections.nCopies(blocks, itsLight));
            details.addAll(Collections.nCopies(blocks, itsDetail));
        }
        return units(unitCount(scanned), lights.toArray(JpegHuffmanTable[]::new), details.toArray(JpegHuffmanTable[]::new));
    }

    /** Of a single component its own blocks are stored, of several what covers the same pixels. */
    private int unitCount(List<Component> scanned) {
        int mostAcross = components.stream().mapToInt(Component::across).max().orElseThrow();
        int mostDown = components.stream().mapToInt(Component::down).max().orElseThrow();
        if (scanned.size() > 1) {
            return ceil(width, 8 * mostAcross) * ceil(height, 8 * mostDown);
        }
        Component only = scanned.get(0);
        int columns = ceil(width * only.across, mostAcross);
        return ceil(columns, 8) * ceil(ceil(height * only.down, mostDown), 8);
    }

    private Verdict units(int count, JpegHuffmanTable[] lights, JpegHuffmanTable[] details) throws IOException {
        JpegBits bits = new JpegBits(bytes);
        int expectedRestart = 0;
        for (int unit = 0; unit < count; unit++) {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
                int marker = bits.restart();
                if (marker != FIRST_RESTART + expectedRestart) {
                    return marker == END_OF_IMAGE ? Verdict.TRUNCATED : Verdict.DAMAGED;
                }
                expectedRestart = (expectedRestart + 1) % 8;
            }
            for (int i = 0; i < lights.length; i++) {
                if (!block(bits, lights[i], details[i])) {
                    return bits.areMissing() ? endedBy(bits.marker()) : Verdict.DAMAGED;
                }
            }
        }
        return bits.areMissing() ? endedBy(bits.marker()) : Verdict.WHOLE;
    }

    /** In the middle of the blocks only an end is a truncation. */
    private static Verdict endedBy(int marker) {
        return marker == END_OF_IMAGE || marker == JpegBits.END_OF_FILE ? Verdict.TRUNCATED : Verdict.DAMAGED;
    }

    private static boolean block(JpegBits bits, JpegHuffmanTable light, JpegHuffmanTable detail) throws IOException {
        int size = light.read(bits);
        if (size < 0 || size > 16) {
            return false;
        }
        bits.skip(size);
        int coefficient = 1;
        while (coefficient < COEFFICIENTS) {
            int code = detail.read(bits);
            if (code < 0) {
                return false;
            }
            int zeros = code >> 4;
            if ((code & 15) == 0) {
                if (zeros != SIXTEEN_ZEROS) {
                    break;
                }
                coefficient += 16;
            } else {
                coefficient += zeros + 1;
                bits.skip(code & 15);
            }
        }
        return coefficient <= COEFFICIENTS && !bits.areMissing();
    }

    private static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
