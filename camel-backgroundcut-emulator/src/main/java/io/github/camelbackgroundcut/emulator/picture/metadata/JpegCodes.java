// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the Huffman codes of a JPEG's scans, and nothing else of them, to tell whether all blocks are there: a fraction of what
 * decoding costs (ITU-T T.81, annexes B, F and G). Arithmetic and lossless files are left to a decoder.
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
    private static final int PROGRESSIVE = 0xc2;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int LAST_FRAME = 0xcf;
    private static final int FIRST_RESTART = 0xd0;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int RESTART_INTERVAL = 0xdd;

    /** Bytes behind the last block that are not worth a thought. */
    private static final int MOST_PADDING = 16;

    private final FileBytes bytes;
    private final JpegHuffmanTable[] lights = new JpegHuffmanTable[4];
    private final JpegHuffmanTable[] details = new JpegHuffmanTable[4];
    private final List<JpegComponent> components = new ArrayList<>();
    private boolean progressive;
    private int width;
    private int height;
    private int mostAcross = 1;
    private int mostDown = 1;
    private int restartInterval;
    private int markerOfScan;

    private JpegCodes(FileBytes bytes) {
        this.bytes = bytes;
    }

    public static Verdict check(FileBytes bytes) throws IOException {
        try {
            bytes.seek(2);
            return new JpegCodes(bytes).check();
        } catch (EOFException e) {
            return Verdict.TRUNCATED;
        } catch (IndexOutOfBoundsException e) {
            return Verdict.DAMAGED;
        }
    }

    private Verdict check() throws IOException {
        int marker = JpegBits.nextMarker(bytes);
        while (marker != END_OF_IMAGE) {
            byte[] segment = bytes.next(Math.max(0, bytes.u16BigEndian() - 2));
            markerOfScan = JpegBits.NONE;
            if (marker == START_OF_SCAN) {
                Verdict verdict = components.isEmpty() ? Verdict.UNKNOWN : scan(segment);
                if (verdict != Verdict.WHOLE) {
                    return verdict;
                }
                if (components.stream().allMatch(JpegComponent::isComplete)) {
                    return isLeftOver() ? Verdict.DAMAGED : Verdict.WHOLE;
                }
            } else if (marker == HUFFMAN_TABLES) {
                tables(segment);
            } else if (marker == RESTART_INTERVAL) {
                restartInterval = u16(segment, 0);
            } else if (marker >= BASELINE && marker <= PROGRESSIVE) {
                progressive = marker == PROGRESSIVE;
                frame(segment);
            } else if (marker > PROGRESSIVE && marker <= LAST_FRAME) {
                return Verdict.UNKNOWN;
            }
            marker = markerOfScan == JpegBits.NONE ? JpegBits.nextMarker(bytes) : markerOfScan;
            if (marker == JpegBits.END_OF_FILE) {
                return Verdict.TRUNCATED;
            }
        }
        // A progressive file may leave out what it has none of.
        boolean hasScans = components.stream().anyMatch(JpegComponent::hasScans);
        return progressive && hasScans ? Verdict.WHOLE : Verdict.TRUNCATED;
    }

    /**
     * Whether there are codes behind the last block, up to an end marker that ends the file: then some before it were read
     * wrong. Padding is of one value, and what a phone appends has no marker there, or another one.
     */
    private boolean isLeftOver() throws IOException {
        if (markerOfScan != JpegBits.NONE) {
            return false;
        }
        int count = 0;
        boolean varies = false;
        try {
            int first = bytes.u8();
            int value = first;
            while (value != 0xff || bytes.u8() == 0) {
                count++;
                varies |= value != first;
                value = bytes.u8();
            }
        } catch (EOFException e) {
            return false;
        }
        return varies && count > MOST_PADDING && bytes.position() == bytes.length();
    }

    private void frame(byte[] segment) {
        height = u16(segment, 1);
        width = u16(segment, 3);
        for (int at = 6; at + 2 < segment.length; at += 3) {
            int sampling = segment[at + 1] & 0xff;
            components.add(new JpegComponent(segment[at], Math.max(1, sampling >> 4), Math.max(1, sampling & 15)));
        }
        for (JpegComponent component : components) {
            mostAcross = Math.max(mostAcross, component.across);
            mostDown = Math.max(mostDown, component.down);
        }
        components.forEach(component -> component.allocate(unitsAcross(), unitsDown(), progressive));
    }

    private void tables(byte[] segment) {
        int at = 0;
        while (at + JpegHuffmanTable.LENGTHS < segment.length) {
            JpegHuffmanTable table = JpegHuffmanTable.parse(segment, at + 1);
            ((segment[at] & 0x10) == 0 ? lights : details)[segment[at] & 3] = table;
            at += 1 + table.length();
        }
    }

    private Verdict scan(byte[] segment) throws IOException {
        int count = segment[0];
        int from = segment[1 + 2 * count];
        int to = segment[2 + 2 * count];
        int bitsBefore = segment[3 + 2 * count] >> 4 & 15;
        int bitsAfter = segment[3 + 2 * count] & 15;
        JpegBlockReader reader =
                progressive ? JpegBlockReader.progressive(from, to, bitsBefore > 0) : JpegBlockReader.sequential();
        List<JpegComponent> scanned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = segment[1 + 2 * i];
            int tables = segment[2 + 2 * i];
            for (JpegComponent component : components) {
                if (component.id == id) {
                    component.light = lights[tables >> 4 & 3];
                    component.detail = details[tables & 3];
                    boolean lacksTable = reader.needsLight() && component.light == null
                            || reader.needsDetail() && component.detail == null;
                    if (lacksTable) {
                        return Verdict.UNKNOWN;
                    }
                    scanned.add(component);
                }
            }
        }
        if (scanned.isEmpty() || scanned.size() != count || height == 0) {
            return Verdict.UNKNOWN;
        }
        Verdict verdict = units(scanned, reader);
        if (verdict == Verdict.WHOLE && (!progressive || bitsAfter == 0)) {
            scanned.forEach(component -> component.completed(progressive ? from : 0, progressive ? to : 63));
        }
        scanned.forEach(JpegComponent::scanned);
        return verdict;
    }

    /** Of a single component its own blocks are stored, of several what covers the same pixels. */
    private Verdict units(List<JpegComponent> scanned, JpegBlockReader reader) throws IOException {
        JpegBits bits = new JpegBits(bytes);
        JpegComponent first = scanned.get(0);
        boolean single = scanned.size() == 1;
        int columns = single ? ceil(ceil(width * first.across, mostAcross), 8) : unitsAcross();
        int rows = single ? ceil(ceil(height * first.down, mostDown), 8) : unitsDown();
        int count = columns * rows;
        for (int unit = 0; unit < count; unit++) {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
                int marker = bits.restart();
                if (marker != FIRST_RESTART + (unit / restartInterval - 1) % 8) {
                    return endedBy(marker);
                }
                reader.restart();
            }
            int x = unit % columns;
            int y = unit / columns;
            boolean readable =
                    single ? reader.read(bits, first, y * first.stride + x) : unit(bits, scanned, reader, x, y);
            if (bits.areMissing()) {
                return endedBy(bits.marker());
            }
            if (!readable) {
                return Verdict.DAMAGED;
            }
        }
        markerOfScan = bits.marker();
        return Verdict.WHOLE;
    }

    private static boolean unit(JpegBits bits, List<JpegComponent> scanned, JpegBlockReader reader, int x, int y)
            throws IOException {
        for (int i = 0; i < scanned.size(); i++) {
            JpegComponent component = scanned.get(i);
            for (int down = 0; down < component.down; down++) {
                int row = (y * component.down + down) * component.stride + x * component.across;
                for (int across = 0; across < component.across; across++) {
                    if (!reader.read(bits, component, row + across)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** In the middle of the blocks only an end is a truncation. */
    private static Verdict endedBy(int marker) {
        return marker == END_OF_IMAGE || marker == JpegBits.END_OF_FILE ? Verdict.TRUNCATED : Verdict.DAMAGED;
    }

    private int unitsAcross() {
        return ceil(width, 8 * mostAcross);
    }

    private int unitsDown() {
        return ceil(height, 8 * mostDown);
    }

    private static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
