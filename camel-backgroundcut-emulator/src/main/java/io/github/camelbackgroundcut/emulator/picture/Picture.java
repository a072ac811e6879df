// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * An upright decoded picture: colours in OpenCV's order blue, green, red, 8 bits each, and the alpha channel it may have
 * come with. Holds native memory until it is closed.
 */
public final class Picture implements AutoCloseable {

    private static final int HALF = 127;

    private final Mat bgr;
    private final Optional<Mat> ownAlpha;
    private final Size fullSize;

    /**
     * @param bgr      the colours ({@code CV_8UC3}); where the file was transparent they are composed on white. Belongs
     *                 to this object from now on
     * @param ownAlpha the file's own alpha channel ({@code CV_8UC1}), if it has one that is not opaque everywhere
     */
    public Picture(Mat bgr, Optional<Mat> ownAlpha) {
        this(bgr, ownAlpha, bgr.size());
    }

    /** @param fullSize the upright size of the file; larger than the colours if it was decoded at a reduced size */
    Picture(Mat bgr, Optional<Mat> ownAlpha, Size fullSize) {
        if (bgr.type() != CvType.CV_8UC3) {
            throw new IllegalArgumentException("A picture is CV_8UC3, not " + CvType.typeToString(bgr.type()));
        }
        this.bgr = bgr;
        this.ownAlpha = ownAlpha;
        this.fullSize = fullSize;
    }

    /** The colours, {@code CV_8UC3} in the order blue, green, red; still owned by this object. */
    public Mat bgr() {
        return bgr;
    }

    /** The alpha channel of the file, {@code CV_8UC1}; still owned by this object. Empty if the picture is opaque. */
    public Optional<Mat> ownAlpha() {
        return ownAlpha;
    }

    /**
     * Whether the file came without a backdrop: most of its border is transparent. Its own alpha channel is then the best
     * matte there is.
     */
    public boolean isCutOutAlready() {
        return ownAlpha.map(Picture::isMostlyTransparentAtBorder).orElse(false);
    }

    private static boolean isMostlyTransparentAtBorder(Mat alpha) {
        try (MatScope scope = new MatScope()) {
            int transparent = 0;
            int total = 0;
            for (Mat side :
                    List.of(alpha.row(0), alpha.row(alpha.rows() - 1), alpha.col(0), alpha.col(alpha.cols() - 1))) {
                Mat visible = scope.mat();
                Imgproc.threshold(scope.own(side), visible, HALF, 255, Imgproc.THRESH_BINARY);
                total += (int) side.total();
                transparent += (int) side.total() - Core.countNonZero(visible);
            }
            return transparent * 2 > total;
        }
    }

    /** The upright size of the file. The colours are smaller if no output needs them all; see {@link PictureReader}. */
    Size fullSize() {
        return fullSize.clone();
    }

    public int width() {
        return bgr.cols();
    }

    public int height() {
        return bgr.rows();
    }

    @Override
    public void close() {
        bgr.release();
        ownAlpha.ifPresent(Mat::release);
    }
}
