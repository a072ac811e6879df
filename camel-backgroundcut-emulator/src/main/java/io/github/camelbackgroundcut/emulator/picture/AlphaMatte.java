// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * How much each pixel belongs to the object: 8 bits a pixel, 0 is backdrop, 255 is object. Holds native memory until it
 * is closed.
 */
public final class AlphaMatte implements AutoCloseable {

    private final Mat alpha;

    /**
     * @param alpha one channel of 8 bits ({@code CV_8UC1}); belongs to this object from now on
     */
    public AlphaMatte(Mat alpha) {
        if (alpha.type() != CvType.CV_8UC1) {
            throw new IllegalArgumentException("A matte is CV_8UC1, not " + CvType.typeToString(alpha.type()));
        }
        this.alpha = alpha;
    }

    /** The matte itself, still owned by this object. */
    public Mat mat() {
        return alpha;
    }

    public int width() {
        return alpha.cols();
    }

    public int height() {
        return alpha.rows();
    }

    @Override
    public void close() {
        alpha.release();
    }
}
