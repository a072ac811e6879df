// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.io.IOException;
import java.util.Arrays;

/** Tells a code from the bits that follow: of at most 16, each beginning belongs to one code or to none. */
final class JpegHuffmanTable {

    /** The table begins with how many codes there are of each length. */
    static final int LENGTHS = 16;

    private static final int LONGEST = 16;

    /** For each 16 bits the length of the code they begin with, and its symbol; 0 for none. */
    private final short[] codes;

    private final int length;

    private JpegHuffmanTable(short[] codes, int length) {
        this.codes = codes;
        this.length = length;
    }

    /** @param at where the lengths are; symbols follow, in the order of the codes */
    static JpegHuffmanTable parse(byte[] segment, int at) {
        short[] codes = new short[1 << LONGEST];
        int symbol = at + LENGTHS;
        int from = 0;
        for (int bits = 1; bits <= LONGEST; bits++) {
            int count = segment[at + bits - 1] & 0xff;
            for (int i = 0; i < count && symbol < segment.length; i++) {
                int to = Math.min(codes.length, from + (1 << LONGEST - bits));
                Arrays.fill(codes, Math.min(from, to), to, (short) (bits << 8 | segment[symbol] & 0xff));
                symbol++;
                from = to;
            }
        }
        return new JpegHuffmanTable(codes, symbol - at);
    }

    /** How many bytes the table takes. */
    int length() {
        return length;
    }

    /** The next symbol; -1 if the bits are no code. */
    int read(JpegBits bits) throws IOException {
        int code = codes[bits.peek()];
        if (code == 0) {
            return -1;
        }
        bits.skip(code >> 8);
        return code & 0xff;
    }
}
