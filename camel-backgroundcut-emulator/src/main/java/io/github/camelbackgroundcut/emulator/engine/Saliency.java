// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

/**
 * How much each pixel stands out from the border: 0 is like the border, 1 is most unlike it. Three measures are added, as
 * each is blind to something: the barrier distance to large objects that share a colour with the border, the two colour
 * distances to objects that melt into the backdrop on a side.
 */
final class Saliency {

    private static final float SIDE_WEIGHT = 0.7f;
    private static final float COLOUR_WEIGHT = 0.7f;
    /** What is left of the weight of a pixel in a corner. Objects are seldom there. */
    private static final double CORNER_WEIGHT = 0.5;

    private Saliency() {}

    static float[] of(LabImage image, Border border, BorderColours colours) {
        float[] barrier = Scale.toUnit(BarrierDistance.from(border.pixels(), image));
        float[] sides = Scale.toUnit(SideDistance.of(image, border));
        float[] colour = Scale.toUnit(colours.distances(image));
        float[] sum = new float[image.size()];
        for (int i = 0; i < sum.length; i++) {
            float standingOut = barrier[i] + SIDE_WEIGHT * sides[i] + COLOUR_WEIGHT * colour[i];
            sum[i] = standingOut * centreWeight(i, image);
        }
        return Scale.toUnit(sum);
    }

    private static float centreWeight(int pixel, LabImage image) {
        double dx = (pixel % image.width()) * 2.0 / image.width() - 1;
        double dy = (pixel / image.width()) * 2.0 / image.height() - 1;
        double outward = (dx * dx + dy * dy) / 2;
        return (float) (1 - (1 - CORNER_WEIGHT) * outward);
    }
}
