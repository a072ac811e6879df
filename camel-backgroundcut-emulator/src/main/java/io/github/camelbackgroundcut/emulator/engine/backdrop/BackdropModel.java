// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The picture without the object, as a model.
 *
 * @param planes   L, a and b of the backdrop, row by row
 * @param distance the Lab distance of each pixel from the backdrop
 * @param residual the distance that 75% of the border stay below: small if the model describes this backdrop
 * @param tail     the distance that 90% of the border stay below: large if something at the border is not described
 */
public record BackdropModel(List<float[]> planes, float[] distance, double residual, double tail) {

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

    /** How far a pixel of another picture, such as a larger one, is from a pixel of the model, in Lab units. */
    public double distanceOf(LabImage image, int pixel, int modelPixel) {
        float[] colour = {planes.get(0)[modelPixel], planes.get(1)[modelPixel], planes.get(2)[modelPixel]};
        return Math.sqrt(image.squaredDistance(pixel, colour));
    }

    /** The share of pixels that differ from the backdrop by more than this many Lab units. */
    public double shareFurtherThan(double units) {
        int count = 0;
        for (float value : distance) {
            count += value > units ? 1 : 0;
        }
        return count / (double) distance.length;
    }
}
