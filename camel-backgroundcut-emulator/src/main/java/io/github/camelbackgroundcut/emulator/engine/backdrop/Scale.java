// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

/** Brings measures of different kinds to the same range, so that they can be added. */
public final class Scale {

    private Scale() {}

    /** Divides by the maximum, in place: 0 stays 0 and the maximum becomes 1. */
    public static float[] toUnit(float[] values) {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, value);
        }
        if (max > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] /= max;
            }
        }
        return values;
    }

    /** The same after lowering what is above the cap to the cap, in place. */
    public static float[] toUnit(float[] values, float cap) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(values[i], cap);
        }
        return toUnit(values);
    }
}
