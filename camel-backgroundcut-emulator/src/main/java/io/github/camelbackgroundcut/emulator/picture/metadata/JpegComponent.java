// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

/** One of the channels of a JPEG, and what is known of its blocks. */
final class JpegComponent {

    static final int COEFFICIENTS = 64;

    final int id;
    final int across;
    final int down;
    /** The tables of the scan that is read. */
    JpegHuffmanTable light;

    JpegHuffmanTable detail;
    /** Blocks a row, and for each block a bit for each coefficient that an earlier scan has set. */
    int stride;

    long[] set = {};
    /** For each coefficient whether its last bit was read. */
    private long complete;

    private boolean hasScans;

    JpegComponent(int id, int across, int down) {
        this.id = id;
        this.across = across;
        this.down = down;
    }

    void allocate(int unitsAcross, int unitsDown, boolean remembers) {
        stride = unitsAcross * across;
        set = new long[remembers ? Math.multiplyExact(stride, unitsDown * down) : 0];
    }

    void completed(int from, int to) {
        for (int i = from; i <= to; i++) {
            complete |= 1L << i;
        }
    }

    void scanned() {
        hasScans = true;
    }

    boolean hasScans() {
        return hasScans;
    }

    boolean isComplete() {
        return complete == -1;
    }
}
