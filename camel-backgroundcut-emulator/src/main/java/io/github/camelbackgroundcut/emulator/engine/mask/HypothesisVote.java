// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.Border;
import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.imgproc.Imgproc;

/**
 * On a cluttered backdrop no single guess is good often enough. So several GrabCut runs start from different guesses, and
 * a vote, weighted by how plausible each result is, makes the trimap for the last run.
 */
public final class HypothesisVote {

    private static final int ITERATIONS = 3;
    private static final double SURE = 0.85;
    private static final double LIKELY = 0.5;
    private static final double HARDLY = 0.15;

    private final WorkingImage image;
    private final Border border;
    private final float[] saliency;
    private final float[] colourDistance;

    /**
     * @param saliency       0 to 1
     * @param colourDistance distance to the border's colours, 0 to 1
     */
    public HypothesisVote(WorkingImage image, Border border, float[] saliency, float[] colourDistance) {
        this.image = image;
        this.border = border;
        this.saliency = saliency;
        this.colourDistance = colourDistance;
    }

    /**
     * @param count how many hypotheses take part, the most reliable ones first
     * @return the share of votes for each pixel, 0 to 1; empty if no hypothesis found an object
     */
    public Optional<float[]> vote(int count) {
        float[] votes = new float[saliency.length];
        double total = 0;
        for (byte[] trimap : trimaps().subList(0, count)) {
            Optional<boolean[]> object = GrabCutSegmenter.segment(image.bgr(), trimap, ITERATIONS);
            double weight = object.map(this::plausibility).orElse(0.0);
            if (weight > 0) {
                total += weight;
                boolean[] mask = object.get();
                for (int i = 0; i < votes.length; i++) {
                    votes[i] += mask[i] ? (float) weight : 0;
                }
            }
        }
        if (total == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < votes.length; i++) {
            votes[i] /= (float) total;
        }
        return Optional.of(votes);
    }

    private List<byte[]> trimaps() {
        double otsu = Trimap.otsu(saliency);
        List<byte[]> trimaps = new ArrayList<>();
        trimaps.add(Trimap.bySaliency(saliency, otsu, border));
        trimaps.add(boundsOfSalient(otsu));
        trimaps.add(Trimap.bySaliency(colourDistance, Trimap.otsu(colourDistance), border));
        trimaps.add(Trimap.bySaliency(saliency, Math.min(0.9, otsu * 1.35), border));
        trimaps.add(Trimap.bySaliency(saliency, otsu * 0.7, border));
        return trimaps;
    }

    /** The rectangle that holds 90% of what is salient, in each direction. */
    private byte[] boundsOfSalient(double threshold) {
        double[] columns = new double[image.width()];
        double[] rows = new double[image.height()];
        for (int i = 0; i < saliency.length; i++) {
            if (saliency[i] > threshold) {
                columns[i % image.width()] += saliency[i];
                rows[i / image.width()] += saliency[i];
            }
        }
        int[] x = innerRange(columns);
        int[] y = innerRange(rows);
        return Trimap.byRectangle(image.width(), image.height(), x[0], y[0], x[1], y[1]);
    }

    private static int[] innerRange(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        int margin = Math.max(1, weights.length / 50);
        int start = -1;
        int end = weights.length;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (start < 0 && sum >= total * 0.05) {
                start = i;
            }
            if (sum <= total * 0.95) {
                end = i + 1;
            }
        }
        return new int[] {Math.max(margin, start - 2 * margin), Math.min(weights.length - margin, end + 2 * margin)};
    }

    /** High where the object is more salient than the rest, is of a usual size, and keeps off the border. */
    private double plausibility(boolean[] object) {
        int size = Masks.count(object);
        double share = size / (double) object.length;
        if (share < 0.005 || share > 0.9) {
            return 0;
        }
        double inside = 0;
        double outside = 0;
        for (int i = 0; i < object.length; i++) {
            inside += object[i] ? saliency[i] : 0;
            outside += object[i] ? 0 : saliency[i];
        }
        double contrast = inside / size - outside / (object.length - size);
        int atBorder = 0;
        int[] borderPixels = border.pixels();
        for (int pixel : borderPixels) {
            atBorder += object[pixel] ? 1 : 0;
        }
        double offBorder = 1 - atBorder / (double) borderPixels.length;
        return Math.max(0, contrast) * offBorder * offBorder * Math.min(1, share / 0.03);
    }

    /** Pixels on which nearly all agree are sure. */
    public static byte[] toTrimap(float[] votes, Border border) {
        byte[] trimap = new byte[votes.length];
        for (int i = 0; i < trimap.length; i++) {
            if (votes[i] >= LIKELY) {
                trimap[i] = (byte) (votes[i] > SURE ? Imgproc.GC_FGD : Imgproc.GC_PR_FGD);
            } else {
                trimap[i] = (byte) (votes[i] < HARDLY ? Imgproc.GC_BGD : Imgproc.GC_PR_BGD);
            }
        }
        for (int pixel : border.pixels()) {
            if (votes[pixel] < LIKELY) {
                trimap[pixel] = Imgproc.GC_BGD;
            }
        }
        return trimap;
    }
}
