// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import org.opencv.core.Mat;

/**
 * Releases the native memory of many matrices at the end of a try-with-resources block, also when it ends with an
 * exception. The garbage collector sees only the small Java object of a matrix, so it would come too late.
 */
public final class MatScope implements AutoCloseable {

    private final Deque<Mat> mats = new ArrayDeque<>();

    /** An empty matrix that is released with this scope. */
    public Mat mat() {
        return own(new Mat());
    }

    /** Releases the matrix with this scope. */
    public <T extends Mat> T own(T mat) {
        mats.push(mat);
        return mat;
    }

    /** The matrix leaves the scope: the caller must release it. */
    public <T extends Mat> T handOver(T mat) {
        mats.removeIf(owned -> owned == mat);
        return mat;
    }

    @Override
    public void close() {
        mats.forEach(Mat::release);
        mats.clear();
    }
}
