// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * What the picture would look like without the object.
 *
 * @param planes   L, a and b of the backdrop, row by row
 * @param distance the Lab distance of each pixel from the backdrop
 * @param residual the distance that 75% of the border stay below: small if the model describes this backdrop
 * @param tail     the distance that 90% of the border stay below: large if something at the border is not described
 */
record BackdropModel(List<float[]> planes, float[] distance, double residual, double tail) {

    /** Stretches differences of L and of a and b to the range of a byte. */
    private static final float[] CONTRAST = {1.27f, 2f, 2f};
    /** Darkening up to this many units of L may be a shadow. */
    private static final float SHADOW_DEPTH = 45;
    /** What such darkening counts for. */
    private static final float SHADOW_SLOPE = 0.3f;

    static BackdropModel of(LabImage image, List<float[]> planes, Border border) {
        float[] distance = new float[image.size()];
        for (int i = 0; i < distance.length; i++) {
            float[] colour = {planes.get(0)[i], planes.get(1)[i], planes.get(2)[i]};
            distance[i] = (float) Math.sqrt(image.squaredDistance(i, colour));
        }
        double[] atBorder = IntStream.of(border.pixels())
                .mapToDouble(i -> distance[i])
                .sorted()
                .toArray();
        return new BackdropModel(
                planes, distance, atBorder[atBorder.length * 3 / 4], atBorder[atBorder.length * 9 / 10]);
    }

    /** The share of pixels that differ from the backdrop by more than this many Lab units. */
    double shareFurtherThan(double units) {
        int count = 0;
        for (float value : distance) {
            count += value > units ? 1 : 0;
        }
        return count / (double) distance.length;
    }

    /**
     * The picture minus its backdrop: the backdrop becomes an even grey, whatever light and layers it had, so that colour
     * alone tells the object from it. A shadow scales light and colour alike; that is undone for colour, so a shadow
     * differs from the backdrop in light only. In the Lab planes, where saliency is looked for, some darkening is
     * discounted on top.
     */
    WorkingImage flatten(WorkingImage image, MatScope scope) {
        int size = image.lab().size();
        float[][] difference = new float[3][size];
        byte[] bytes = new byte[3 * size];
        for (int i = 0; i < size; i++) {
            float light = image.lab().channel(0, i);
            float expected = planes.get(0)[i];
            // Lab is built on cube roots, so a shadow scales L + 16, a and b by the same factor.
            float shadow = Math.min(1, (light + 16) / (expected + 16));
            for (int c = 0; c < 3; c++) {
                float plain = c == 0 ? light - expected : image.lab().channel(c, i) - shadow * planes.get(c)[i];
                difference[c][i] = c == 0 ? discountShadow(plain) : plain;
                int value = Math.round(128 + CONTRAST[c] * plain);
                bytes[3 * i + c] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        Mat mat = scope.own(new Mat(image.height(), image.width(), CvType.CV_8UC3));
        mat.put(0, 0, bytes);
        LabImage lab = new LabImage(image.width(), image.height(), List.of(difference));
        return new WorkingImage(mat, lab);
    }

    private static float discountShadow(float light) {
        if (light > 0) {
            return light;
        }
        return light > -SHADOW_DEPTH ? light * SHADOW_SLOPE : light + SHADOW_DEPTH * (1 - SHADOW_SLOPE);
    }
}
