// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

/**
 * How much each pixel stands out from the border: 0 is like the border, 1 is most unlike it. Three measures are added, as
 * each is blind to something: the barrier distance to large objects that share a colour with the border, the two colour
 * distances to objects that melt into the backdrop on a side.
 */
public final class Saliency {

    private static final float MODELLED_CAP = 20;
    private static final float CLUTTERED_CAP = 40;
    /** The barrier distance is a sum over three channels, so it grows further. */
    private static final float BARRIER_CAP = 1.5f;
    /** The side distance counts standard deviations, not Lab units. */
    private static final float SIDE_CAP = 0.6f;

    private static final float SIDE_WEIGHT = 0.7f;
    private static final float COLOUR_WEIGHT = 0.7f;
    /** The remaining weight of a pixel in a corner. Objects are seldom there. */
    private static final double CORNER_WEIGHT = 0.5;

    private Saliency() {}

    /** For a picture whose backdrop was subtracted: all that clearly differs is object, be it much or little. */
    public static float[] onModelledBackdrop(LabImage image, Border border, BorderColours colours) {
        return of(image, border, colours, MODELLED_CAP);
    }

    /** For a picture as it is, where only the most different is likely to be object. */
    public static float[] onCluttered(LabImage image, Border border, BorderColours colours) {
        return of(image, border, colours, CLUTTERED_CAP);
    }

    /** @param cap Lab units from which on a difference does not grow any more */
    private static float[] of(LabImage image, Border border, BorderColours colours, float cap) {
        float[] barrier = Scale.toUnit(BarrierDistance.from(border.pixels(), image), cap * BARRIER_CAP);
        float[] sides = Scale.toUnit(SideDistance.of(image, border, cap * SIDE_CAP));
        float[] colour = Scale.toUnit(colours.distances(image), cap);
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
