// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

/** How many pixels of a picture make an inch of what it shows. */
public record Resolution(double across, double down) {

    private static final double METRES_AN_INCH = 0.0254;
    private static final double CENTIMETRES_AN_INCH = 2.54;
    private static final double MOST = 65_535;

    public static Resolution perMetre(double across, double down) {
        return new Resolution(across * METRES_AN_INCH, down * METRES_AN_INCH);
    }

    public static Resolution perCentimetre(double across, double down) {
        return new Resolution(across * CENTIMETRES_AN_INCH, down * CENTIMETRES_AN_INCH);
    }

    /** Files often say 0 where nobody knows. */
    public boolean isUsable() {
        return across >= 1 && down >= 1 && across <= MOST && down <= MOST;
    }

    public Resolution turned() {
        return new Resolution(down, across);
    }

    public int acrossPerMetre() {
        return (int) Math.round(across / METRES_AN_INCH);
    }

    public int downPerMetre() {
        return (int) Math.round(down / METRES_AN_INCH);
    }
}
