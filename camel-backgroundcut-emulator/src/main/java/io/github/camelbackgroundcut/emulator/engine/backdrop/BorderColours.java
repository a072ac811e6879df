// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.TermCriteria;

/**
 * The colours of the border that are likely backdrop. A colour that touches a single side and no corner is left out: it
 * may well be the object, cut off by the frame.
 *
 * @param colours Lab triples
 */
public record BorderColours(List<float[]> colours) {

    private static final int CLUSTERS = 6;
    private static final int ATTEMPTS = 2;
    /** A cluster touches a side if it holds this share of the side's pixels. */
    private static final double TOUCHING = 0.03;

    private static final double CORNER = 0.05;

    public static BorderColours of(LabImage image, Border border) {
        int[] pixels = border.pixels();
        try (MatScope scope = new MatScope()) {
            Mat samples = scope.own(new Mat(pixels.length, 3, CvType.CV_32F));
            for (int i = 0; i < pixels.length; i++) {
                samples.put(i, 0, new float[] {
                    image.channel(0, pixels[i]), image.channel(1, pixels[i]), image.channel(2, pixels[i])
                });
            }
            Mat labels = scope.mat();
            Mat centres = scope.mat();
            Core.setRNGSeed(1);
            TermCriteria stop = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 20, 0.5);
            Core.kmeans(samples, CLUSTERS, labels, stop, ATTEMPTS, Core.KMEANS_PP_CENTERS, centres);

            int[] clusterOfPixel = new int[image.size()];
            int[] label = new int[pixels.length];
            labels.get(0, 0, label);
            for (int i = 0; i < pixels.length; i++) {
                clusterOfPixel[pixels[i]] = label[i];
            }
            return new BorderColours(backdropColours(centres, clusterOfPixel, border, image));
        }
    }

    private static List<float[]> backdropColours(Mat centres, int[] clusterOfPixel, Border border, LabImage image) {
        int[] touchedSides = new int[CLUSTERS];
        boolean[] inCorner = new boolean[CLUSTERS];
        for (int[] side : border.sides()) {
            int[] count = new int[CLUSTERS];
            for (int pixel : side) {
                count[clusterOfPixel[pixel]]++;
                inCorner[clusterOfPixel[pixel]] |= isCorner(pixel, image);
            }
            for (int c = 0; c < CLUSTERS; c++) {
                touchedSides[c] += count[c] > TOUCHING * side.length ? 1 : 0;
            }
        }
        List<float[]> all = new ArrayList<>();
        List<float[]> backdrop = new ArrayList<>();
        for (int c = 0; c < CLUSTERS; c++) {
            float[] colour = new float[3];
            centres.get(c, 0, colour);
            all.add(colour);
            if (touchedSides[c] > 1 || inCorner[c]) {
                backdrop.add(colour);
            }
        }
        return backdrop.isEmpty() ? all : backdrop;
    }

    private static boolean isCorner(int pixel, LabImage image) {
        double x = pixel % image.width() / (double) image.width();
        double y = pixel / image.width() / (double) image.height();
        return Math.min(x, 1 - x) < CORNER && Math.min(y, 1 - y) < CORNER;
    }

    /** The Lab distance of each pixel to the nearest of these colours. */
    public float[] distances(LabImage image) {
        float[] result = new float[image.size()];
        for (int i = 0; i < result.length; i++) {
            double nearest = Double.MAX_VALUE;
            for (float[] colour : colours) {
                nearest = Math.min(nearest, image.squaredDistance(i, colour));
            }
            result[i] = (float) Math.sqrt(nearest);
        }
        return result;
    }
}
