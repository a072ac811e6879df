// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.Resolution;
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

    private final Mat colours;
    private final Optional<Mat> ownAlpha;
    private final Optional<Mat> onWhite;
    private final Size fullSize;
    private final Optional<Resolution> resolution;

    /**
     * @param bgr      the colours ({@code CV_8UC3}); where the file was transparent they are composed on white. Belongs
     *                 to this object from now on
     * @param ownAlpha the file's own alpha channel ({@code CV_8UC1}), if it has one that is not opaque everywhere
     */
    public Picture(Mat bgr, Optional<Mat> ownAlpha) {
        this(bgr, ownAlpha, Optional.empty(), bgr.size(), Optional.empty());
    }

    /**
     * @param colours  the file's own, whatever its alpha channel says
     * @param onWhite  the same composed on white, if there is an alpha channel
     * @param fullSize the upright size of the file; larger than the colours if it was decoded at a reduced size
     */
    Picture(
            Mat colours,
            Optional<Mat> ownAlpha,
            Optional<Mat> onWhite,
            Size fullSize,
            Optional<Resolution> resolution) {
        if (colours.type() != CvType.CV_8UC3) {
            throw new IllegalArgumentException("A picture is CV_8UC3, not " + CvType.typeToString(colours.type()));
        }
        this.colours = colours;
        this.ownAlpha = ownAlpha;
        this.onWhite = onWhite;
        this.fullSize = fullSize;
        this.resolution = resolution;
    }

    /**
     * The colours as they are seen on white, {@code CV_8UC3} in the order blue, green, red; still owned by this object.
     */
    public Mat bgr() {
        return onWhite.orElse(colours);
    }

    /** The colours as they are stored, also where they can't be seen. */
    Mat colours() {
        return colours;
    }

    Optional<Resolution> resolution() {
        return resolution;
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
        return colours.cols();
    }

    public int height() {
        return colours.rows();
    }

    @Override
    public void close() {
        colours.release();
        onWhite.ifPresent(Mat::release);
        ownAlpha.ifPresent(Mat::release);
    }
}
