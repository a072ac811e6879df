// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

/**
 * How unlike each side of the border a pixel is: the Mahalanobis distance to the side's colours. The side that the pixel
 * is most unlike does not count, as the object may touch it.
 */
final class SideDistance {

    /** Added to the variances: a side of one flat colour would make every distance infinite. */
    private static final double FLOOR = 4;

    private SideDistance() {}

    /** @param cap standard deviations from which on a side's distance does not grow any more */
    static float[] of(LabImage image, Border border, float cap) {
        float[] sum = new float[image.size()];
        float[] most = new float[image.size()];
        for (int[] side : border.sides()) {
            float[] distance = Scale.toUnit(distance(image, side), cap);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += distance[i];
                most[i] = Math.max(most[i], distance[i]);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= most[i];
        }
        return sum;
    }

    private static float[] distance(LabImage image, int[] side) {
        double[] mean = new double[3];
        for (int pixel : side) {
            for (int c = 0; c < 3; c++) {
                mean[c] += image.channel(c, pixel) / side.length;
            }
        }
        double[] covariance = new double[6];
        for (int pixel : side) {
            double l = image.channel(0, pixel) - mean[0];
            double a = image.channel(1, pixel) - mean[1];
            double b = image.channel(2, pixel) - mean[2];
            double[] products = {l * l, l * a, l * b, a * a, a * b, b * b};
            for (int i = 0; i < products.length; i++) {
                covariance[i] += products[i] / side.length;
            }
        }
        Symmetric3 inverse = new Symmetric3(
                        covariance[0] + FLOOR,
                        covariance[1],
                        covariance[2],
                        covariance[3] + FLOOR,
                        covariance[4],
                        covariance[5] + FLOOR)
                .inverse();
        float[] result = new float[image.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) Math.sqrt(Math.max(
                    0,
                    inverse.quadraticForm(
                            image.channel(0, i) - mean[0],
                            image.channel(1, i) - mean[1],
                            image.channel(2, i) - mean[2])));
        }
        return result;
    }
}
