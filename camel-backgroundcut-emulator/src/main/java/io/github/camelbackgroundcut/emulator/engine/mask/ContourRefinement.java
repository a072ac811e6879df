// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.BackdropModel;
import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the contour again at a larger size, in a narrow band round the one that is known: thin handles and corners that
 * were lost at the working size come back.
 */
public final class ContourRefinement {

    private static final int ITERATIONS = 2;
    /** Half the width of the band, in pixels of the small mask. */
    private static final double BAND = 2.5;
    /** How much of the backdrop takes part, in the same pixels. */
    private static final double MARGIN = 12;

    /** Lab units from the model, within which the contour does not grow outwards. */
    private static final double LIKE_BACKDROP = 6;

    private ContourRefinement() {}

    /**
     * @param mask  {@code CV_8UC1}, 0 or 255
     * @param model of the mask's size, if the backdrop could be modelled: what looks like it stays out
     * @return the mask at about that many pixels, owned by the scope; as it came if the band holds no contour
     */
    public static Mat refine(Mat picture, Mat mask, Optional<BackdropModel> model, int pixels, MatScope scope) {
        try (MatScope local = new MatScope()) {
            Mat large = WorkingImage.shrunk(picture, pixels, local);
            if (large.total() <= mask.total()) {
                return mask;
            }
            double scale = large.cols() / (double) mask.cols();
            Mat enlarged = local.mat();
            Imgproc.resize(mask, enlarged, large.size(), 0, 0, Imgproc.INTER_LINEAR);
            Rect near = near(enlarged, (int) Math.ceil(MARGIN * scale));
            WorkingImage image = WorkingImage.of(local.own(large.submat(near)), pixels, local);
            byte[] trimap = trimap(local.own(enlarged.submat(near)), scale, local);
            model.ifPresent(known -> settle(trimap, image, known, mask.size(), new Placing(near, large.size())));
            return GrabCutSegmenter.segment(image.bgr(), trimap, ITERATIONS)
                    .map(object -> {
                        Mat refined = scope.own(Mat.zeros(large.size(), CvType.CV_8UC1));
                        Masks.toMat(object, image.width(), image.height(), local)
                                .copyTo(local.own(refined.submat(near)));
                        return refined;
                    })
                    .orElse(mask);
        }
    }

    /** The place of a part in its picture. */
    private record Placing(Rect part, Size whole) {}

    /** The object and some backdrop: further away nothing is asked, and GrabCut's time grows with its picture. */
    private static Rect near(Mat mask, int margin) {
        Rect bounds = Imgproc.boundingRect(mask);
        int left = Math.max(0, bounds.x - margin);
        int top = Math.max(0, bounds.y - margin);
        int right = Math.min(mask.cols(), bounds.x + bounds.width + margin);
        int bottom = Math.min(mask.rows(), bounds.y + bounds.height + margin);
        return new Rect(left, top, right - left, bottom - top);
    }

    /** GrabCut knows the colours of all of the picture: what is backdrop here may look like the object there. */
    private static void settle(
            byte[] trimap, WorkingImage image, BackdropModel model, Size modelSize, Placing placing) {
        int modelWidth = (int) modelSize.width;
        for (int i = 0; i < trimap.length; i++) {
            if (trimap[i] == Imgproc.GC_PR_BGD) {
                int x = (int) ((placing.part.x + i % image.width()) * modelSize.width / placing.whole.width);
                int y = (int) ((placing.part.y + i / image.width()) * modelSize.height / placing.whole.height);
                double distance = model.distanceOf(image.lab(), i, y * modelWidth + x);
                if (distance < LIKE_BACKDROP) {
                    trimap[i] = Imgproc.GC_BGD;
                }
            }
        }
    }

    private static byte[] trimap(Mat mask, double scale, MatScope scope) {
        double window = 2 * Math.round(BAND * scale) + 1;
        Mat element = scope.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(window, window)));
        Mat inner = scope.mat();
        Imgproc.erode(mask, inner, element);
        Mat outer = scope.mat();
        Imgproc.dilate(mask, outer, element);
        byte[] likely = bytes(mask);
        byte[] sure = bytes(inner);
        byte[] possible = bytes(outer);
        byte[] trimap = new byte[likely.length];
        for (int i = 0; i < trimap.length; i++) {
            if ((sure[i] & 0xff) > 127) {
                trimap[i] = Imgproc.GC_FGD;
            } else if (possible[i] == 0) {
                trimap[i] = Imgproc.GC_BGD;
            } else {
                trimap[i] = (byte) ((likely[i] & 0xff) > 127 ? Imgproc.GC_PR_FGD : Imgproc.GC_PR_BGD);
            }
        }
        return trimap;
    }

    private static byte[] bytes(Mat mask) {
        byte[] result = new byte[(int) mask.total()];
        mask.get(0, 0, result);
        return result;
    }
}
