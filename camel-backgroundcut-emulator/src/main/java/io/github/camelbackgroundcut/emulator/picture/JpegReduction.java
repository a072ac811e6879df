// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;

/** By what factor a JPEG's sides are divided while it is decoded. The decoder rounds up, and turns it as EXIF says. */
enum JpegReduction {
    EIGHTH(8, Imgcodecs.IMREAD_REDUCED_COLOR_8),
    QUARTER(4, Imgcodecs.IMREAD_REDUCED_COLOR_4),
    HALF(2, Imgcodecs.IMREAD_REDUCED_COLOR_2),
    NONE(1, Imgcodecs.IMREAD_COLOR);

    private final int factor;
    private final int imreadMode;

    JpegReduction(int factor, int imreadMode) {
        this.factor = factor;
        this.imreadMode = imreadMode;
    }

    /** The strongest that leaves that many pixels; none for other formats, whose decoders save nothing by it. */
    static JpegReduction of(PictureHeader header, long neededPixels) {
        if (header.format() == PictureFormat.JPEG) {
            for (JpegReduction reduction : values()) {
                if (reduction.of(header.width(), header.height()).area() >= neededPixels) {
                    return reduction;
                }
            }
        }
        return NONE;
    }

    int imreadMode() {
        return imreadMode;
    }

    Size of(int width, int height) {
        return new Size((width + factor - 1) / factor, (height + factor - 1) / factor);
    }
}
