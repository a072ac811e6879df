// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.BackdropModel;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds stems, straps and cables: parts that are too thin for the size at which the object is looked for. At a larger size,
 * they are what differs from the median around it, which shadows and the edges of wide things do not, and from the
 * backdrop's model. They must be long, and begin at the object or at one another.
 */
public final class ThinParts {

    /** The window of the median, as a share of the picture's long side: twice as wide as what counts as thin. */
    private static final double WINDOW = 0.016;
    /** The least contrast, in Lab units and as a multiple of the contrast of half of the picture, which is its noise. */
    private static final float CONTRAST = 7;

    private static final float NOISE = 5;
    /** Less than this share of what stands out within the same block is what JPEG makes of it. */
    private static final float RINGING = 0.35f;

    private static final int BLOCK = 17;
    /** The mean contrast of a part. */
    private static final float MEAN_CONTRAST = 11;
    /** The shortest part, as a share of the picture's long side. */
    private static final double SHORTEST = 0.02;
    /** How far round the object its own soft edge may look like a part, in pixels of the small mask. */
    private static final double EDGE = 1.5;
    /** How far a part may be interrupted, in pixels. */
    private static final int GAP = 5;

    private final Mat detail;
    private final int width;
    private final int height;
    private final float[] contrast;
    /** The distance from the backdrop's model, at most 255. */
    private final Mat distance;

    private ThinParts(Mat detail, float[] contrast, Mat distance) {
        this.distance = distance;
        this.detail = detail;
        this.width = detail.cols();
        this.height = detail.rows();
        this.contrast = contrast;
    }

    /**
     * @param object what is known of the object, {@code CV_8UC1}, 0 or 255
     * @param model  of the mask's size
     * @param detail the picture at the size at which to look
     * @return {@code CV_8UC1} of that size, 0 or 255, owned by the scope
     */
    public static Mat find(Mat detail, Mat object, BackdropModel model, MatScope scope) {
        try (MatScope local = new MatScope()) {
            Mat distance = local.own(new Mat(detail.size(), CvType.CV_8UC1));
            float[] contrast = contrast(detail, object.size(), model, distance, local);
            return new ThinParts(detail, contrast, distance).find(object, scope);
        }
    }

    /** The lesser of the contrasts to the median and to the model. */
    private static float[] contrast(Mat detail, Size modelSize, BackdropModel model, Mat distance, MatScope scope) {
        Mat lab = scope.mat();
        Imgproc.cvtColor(detail, lab, Imgproc.COLOR_BGR2Lab);
        Mat median = scope.mat();
        int window = 2 * (int) Math.round(WINDOW / 2 * Math.max(detail.cols(), detail.rows())) + 1;
        medianBlur(lab, median, Math.max(5, window), scope);
        byte[] values = bytes(lab);
        byte[] around = bytes(median);
        float[] result = new float[(int) detail.total()];
        byte[] distances = new byte[result.length];
        int modelWidth = (int) modelSize.width;
        for (int y = 0; y < detail.rows(); y++) {
            int modelRow = (int) (y * modelSize.height / detail.rows()) * modelWidth;
            for (int x = 0; x < detail.cols(); x++) {
                int pixel = y * detail.cols() + x;
                int at = modelRow + (int) (x * modelSize.width / detail.cols());
                float toModel = distance(values, 3 * pixel, model, at);
                result[pixel] = Math.min(toModel, distance(values, around, 3 * pixel));
                distances[pixel] = (byte) Math.min(255, toModel);
            }
        }
        distance.put(0, 0, distances);
        return result;
    }

    /** At half of the size: that costs a quarter, and the area between details has none. */
    private static void medianBlur(Mat source, Mat target, int window, MatScope scope) {
        Mat small = scope.mat();
        Imgproc.resize(source, small, new Size(), 0.5, 0.5, Imgproc.INTER_NEAREST);
        Imgproc.medianBlur(small, small, window / 2 | 1);
        Imgproc.resize(small, target, source.size(), 0, 0, Imgproc.INTER_LINEAR);
    }

    private static float distance(byte[] lab, byte[] other, int at) {
        float light = ((lab[at] & 0xff) - (other[at] & 0xff)) / 2.55f;
        float a = (lab[at + 1] & 0xff) - (other[at + 1] & 0xff);
        float b = (lab[at + 2] & 0xff) - (other[at + 2] & 0xff);
        return (float) Math.sqrt(light * light + a * a + b * b);
    }

    private static float distance(byte[] lab, int at, BackdropModel model, int modelPixel) {
        float light = (lab[at] & 0xff) / 2.55f - model.planes().get(0)[modelPixel];
        float a = (lab[at + 1] & 0xff) - 128 - model.planes().get(1)[modelPixel];
        float b = (lab[at + 2] & 0xff) - 128 - model.planes().get(2)[modelPixel];
        return (float) Math.sqrt(light * light + a * a + b * b);
    }

    private Mat find(Mat object, MatScope scope) {
        try (MatScope local = new MatScope()) {
            Mat near = local.mat();
            Imgproc.resize(bulky(object, local), near, detail.size(), 0, 0, Imgproc.INTER_NEAREST);
            int edge = (int) Math.ceil(EDGE * width / object.cols());
            Imgproc.dilate(near, near, square(2 * edge + 1, local));

            Mat candidates = candidates(local);
            Mat outside = local.mat();
            Mat joined = local.mat();
            Imgproc.morphologyEx(candidates, joined, Imgproc.MORPH_CLOSE, square(GAP, local));
            Core.bitwise_not(near, outside);
            Core.bitwise_and(joined, outside, outside);
            Mat accepted = accepted(outside, near, local);
            // A part begins within the object's soft edge, where it can't be told from it.
            Mat reach = local.mat();
            Imgproc.dilate(accepted, reach, square(2 * edge + 3, local));
            Mat found = scope.mat();
            Core.bitwise_and(joined, reach, found);
            return found;
        }
    }

    /** Without what the search has found of thin parts, and of the dots that it breaks them into. */
    private static Mat bulky(Mat object, MatScope scope) {
        Mat bulky = scope.mat();
        Imgproc.morphologyEx(object, bulky, Imgproc.MORPH_OPEN, square(7, scope));
        return bulky;
    }

    private Mat candidates(MatScope scope) {
        float limit = Math.max(CONTRAST, NOISE * median(contrast));
        Mat strongest = scope.mat();
        Imgproc.dilate(distance, strongest, square(BLOCK, scope));
        byte[] beside = bytes(strongest);
        byte[] mask = new byte[contrast.length];
        for (int i = 0; i < mask.length; i++) {
            boolean stands = contrast[i] > Math.max(limit, RINGING * (beside[i] & 0xff));
            mask[i] = (byte) (stands ? 255 : 0);
        }
        Mat candidates = scope.own(new Mat(height, width, CvType.CV_8UC1));
        candidates.put(0, 0, mask);
        return candidates;
    }

    private static float median(float[] values) {
        int step = Math.max(1, values.length / 20_000);
        float[] sample = new float[values.length / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = values[i * step];
        }
        Arrays.sort(sample);
        return sample[sample.length / 2];
    }

    private Mat accepted(Mat candidates, Mat near, MatScope scope) {
        Mat labels = scope.mat();
        Mat stats = scope.mat();
        int count = Imgproc.connectedComponentsWithStats(candidates, labels, stats, scope.mat(), 8, CvType.CV_32S);
        int[] label = new int[contrast.length];
        labels.get(0, 0, label);
        boolean[] plausible = plausible(label, stats, count);
        Mat result = scope.own(Mat.zeros(height, width, CvType.CV_8UC1));
        byte[] touching = bytes(near);
        boolean[] taken = new boolean[count];
        boolean more = true;
        while (more) {
            more = false;
            boolean[] touched = touched(label, touching, count);
            for (int i = 1; i < count; i++) {
                if (plausible[i] && touched[i] && !taken[i]) {
                    taken[i] = true;
                    more = true;
                }
            }
            if (more) {
                put(label, taken, result);
                touching = bytes(result);
            }
        }
        return result;
    }

    private boolean[] plausible(int[] label, Mat stats, int count) {
        double shortest = SHORTEST * Math.max(width, height);
        double[] sum = new double[count];
        int[] size = new int[count];
        for (int i = 0; i < label.length; i++) {
            if (contrast[i] > CONTRAST) {
                sum[label[i]] += contrast[i];
                size[label[i]]++;
            }
        }
        boolean[] plausible = new boolean[count];
        for (int i = 1; i < count; i++) {
            double length = Math.hypot(stats.get(i, Imgproc.CC_STAT_WIDTH)[0], stats.get(i, Imgproc.CC_STAT_HEIGHT)[0]);
            plausible[i] = length >= shortest && sum[i] > MEAN_CONTRAST * size[i];
        }
        return plausible;
    }

    /** Which parts are no further from what is set than the parts may be interrupted. */
    private boolean[] touched(int[] label, byte[] set, int count) {
        boolean[] touched = new boolean[count];
        for (int y = GAP; y < height - GAP; y++) {
            for (int x = GAP; x < width - GAP; x++) {
                int pixel = y * width + x;
                if (label[pixel] != 0 && !touched[label[pixel]]) {
                    touched[label[pixel]] = set[pixel - GAP] != 0
                            || set[pixel + GAP] != 0
                            || set[pixel - GAP * width] != 0
                            || set[pixel + GAP * width] != 0;
                }
            }
        }
        return touched;
    }

    private static void put(int[] label, boolean[] taken, Mat target) {
        byte[] mask = new byte[label.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (taken[label[i]] ? 255 : 0);
        }
        target.put(0, 0, mask);
    }

    private static Mat square(int side, MatScope scope) {
        return scope.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side)));
    }

    private static byte[] bytes(Mat mat) {
        byte[] bytes = new byte[(int) mat.total() * mat.channels()];
        mat.get(0, 0, bytes);
        return bytes;
    }
}
