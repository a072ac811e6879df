// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.io.IOException;

/** Reads the codes of one block after the other, as a scan stores them: whole, or some coefficients or some of their bits. */
final class JpegBlockReader {

    private static final int SIXTEEN_ZEROS = 15;
    private static final int LONGEST_LIGHT = 16;

    private final boolean progressive;
    private final int from;
    private final int to;
    private final boolean refines;
    /** How many blocks have no further coefficients in this scan. */
    private int emptyBlocks;

    private JpegBlockReader(boolean progressive, int from, int to, boolean refines) {
        this.progressive = progressive;
        this.from = from;
        this.to = to;
        this.refines = refines;
    }

    static JpegBlockReader sequential() {
        return new JpegBlockReader(false, 0, JpegComponent.COEFFICIENTS - 1, false);
    }

    /** @param refines whether earlier scans have stored higher bits of the coefficients */
    static JpegBlockReader progressive(int from, int to, boolean refines) {
        return new JpegBlockReader(true, from, to, refines);
    }

    boolean needsLight() {
        return from == 0 && !refines;
    }

    boolean needsDetail() {
        return to > 0;
    }

    void restart() {
        emptyBlocks = 0;
    }

    /** @return false if what follows is no code */
    boolean read(JpegBits bits, JpegComponent component, int block) throws IOException {
        if (!progressive) {
            return light(bits, component.light) && sequentialDetail(bits, component.detail);
        }
        if (from == 0) {
            if (refines) {
                bits.skip(1);
                return true;
            }
            return light(bits, component.light);
        }
        return refines ? refine(bits, component, block) : detail(bits, component, block);
    }

    private static boolean light(JpegBits bits, JpegHuffmanTable table) throws IOException {
        int size = table.read(bits);
        if (size < 0 || size > LONGEST_LIGHT) {
            return false;
        }
        bits.skip(size);
        return true;
    }

    private static boolean sequentialDetail(JpegBits bits, JpegHuffmanTable table) throws IOException {
        int coefficient = 1;
        while (coefficient < JpegComponent.COEFFICIENTS) {
            int code = table.read(bits);
            if (code < 0) {
                return false;
            }
            int zeros = code >> 4;
            if ((code & 15) == 0) {
                if (zeros != SIXTEEN_ZEROS) {
                    return true;
                }
                coefficient += 16;
            } else {
                coefficient += zeros + 1;
                bits.skip(code & 15);
            }
        }
        return coefficient == JpegComponent.COEFFICIENTS;
    }

    private boolean detail(JpegBits bits, JpegComponent component, int block) throws IOException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return true;
        }
        int coefficient = from;
        while (coefficient <= to) {
            int code = component.detail.read(bits);
            if (code < 0) {
                return false;
            }
            int zeros = code >> 4;
            if ((code & 15) != 0) {
                coefficient += zeros;
                if (coefficient > to) {
                    return false;
                }
                component.set[block] |= 1L << coefficient;
                bits.skip(code & 15);
                coefficient++;
            } else if (zeros == SIXTEEN_ZEROS) {
                coefficient += 16;
            } else {
                emptyBlocks = (1 << zeros) - 1 + bits.take(zeros);
                return true;
            }
        }
        return true;
    }

    /** Coefficients that are set already have one more bit each, wherever a run of zeros passes them. */
    private boolean refine(JpegBits bits, JpegComponent component, int block) throws IOException {
        int coefficient = from;
        while (emptyBlocks == 0 && coefficient <= to) {
            int code = component.detail.read(bits);
            if (code < 0) {
                return false;
            }
            int zeros = code >> 4;
            boolean isNew = (code & 15) != 0;
            if (isNew) {
                bits.skip(1);
            } else if (zeros != SIXTEEN_ZEROS) {
                emptyBlocks = (1 << zeros) + bits.take(zeros);
                break;
            }
            coefficient = pass(bits, component.set[block], coefficient, zeros);
            if (isNew && coefficient <= to) {
                component.set[block] |= 1L << coefficient;
            }
            coefficient++;
        }
        if (emptyBlocks > 0) {
            pass(bits, component.set[block], coefficient, JpegComponent.COEFFICIENTS);
            emptyBlocks--;
        }
        return true;
    }

    /** Where the coefficient behind that many unset ones is. */
    private int pass(JpegBits bits, long set, int start, int zeros) throws IOException {
        int left = zeros;
        int coefficient = start;
        while (coefficient <= to) {
            if ((set >>> coefficient & 1) != 0) {
                bits.skip(1);
            } else if (left-- == 0) {
                return coefficient;
            }
            coefficient++;
        }
        return coefficient;
    }
}
