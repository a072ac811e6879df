// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import org.opencv.core.Mat;

/**
 * A drawn picture whose truth is known.
 *
 * @param bgr   the picture as a camera would have saved it: {@code CV_8UC3}, with JPEG's losses
 * @param clean the same before noise and JPEG
 * @param truth the exact matte, {@code CV_8UC1}
 */
public record Scene(SceneKind kind, int number, Mat bgr, Mat clean, Mat truth) implements AutoCloseable {

    public String name() {
        return kind + "-" + number;
    }

    /** Even numbers are for tuning. Odd ones are looked at in the final table only. */
    public boolean isForTuning() {
        return number % 2 == 0;
    }

    @Override
    public void close() {
        bgr.release();
        clean.release();
        truth.release();
    }
}
