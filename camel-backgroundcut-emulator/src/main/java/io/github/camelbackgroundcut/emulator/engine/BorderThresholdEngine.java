// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * For tests with very many pictures: everything that differs from the mean colour of the border is the object, whatever the
 * quality and the points are. It takes a fraction of the time that {@link ClassicalCutoutEngine} takes, and says nothing
 * about what a cutout will look like.
 */
public final class BorderThresholdEngine implements CutoutEngine {

    /** Of 255, in the channel that differs most. */
    private static final double DIFFERENCE = 32;

    public BorderThresholdEngine() {
        OpenCvLibrary.load();
    }

    @Override
    public AlphaMatte matte(Picture picture, Quality quality) throws UnusablePictureException {
        return matte(picture.bgr());
    }

    @Override
    public AlphaMatte matte(Picture picture, PointHints hints) throws UnusablePictureException {
        return matte(picture.bgr());
    }

    @Override
    public String name() {
        return "border threshold";
    }

    private static AlphaMatte matte(Mat bgr) throws UnusablePictureException {
        try (MatScope scope = new MatScope()) {
            Mat difference = scope.mat();
            Core.absdiff(bgr, borderMean(bgr, scope), difference);
            Mat largest = scope.mat();
            Mat channel = scope.mat();
            Core.extractChannel(difference, largest, 0);
            for (int i = 1; i < difference.channels(); i++) {
                Core.extractChannel(difference, channel, i);
                Core.max(largest, channel, largest);
            }
            Mat alpha = scope.mat();
            Imgproc.threshold(largest, alpha, DIFFERENCE, 255, Imgproc.THRESH_BINARY);
            if (Core.countNonZero(alpha) == 0) {
                throw new UnusablePictureException("No subject found: the picture has one colour");
            }
            return new AlphaMatte(scope.handOver(alpha));
        }
    }

    private static Scalar borderMean(Mat bgr, MatScope scope) {
        double[] sum = new double[3];
        List<Mat> sides = List.of(bgr.row(0), bgr.row(bgr.rows() - 1), bgr.col(0), bgr.col(bgr.cols() - 1));
        for (Mat side : sides) {
            double[] mean = Core.mean(scope.own(side)).val;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += mean[i] / sides.size();
            }
        }
        return new Scalar(sum);
    }
}
