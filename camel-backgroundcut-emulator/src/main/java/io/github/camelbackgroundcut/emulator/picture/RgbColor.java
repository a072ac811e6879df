// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.util.Optional;
import java.util.regex.Pattern;

/** An opaque sRGB colour; each part is 0 to 255. */
public record RgbColor(int red, int green, int blue) {

    /** {@code #ffffff}. */
    public static final RgbColor WHITE = new RgbColor(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    public RgbColor {
        requireByte(red);
        requireByte(green);
        requireByte(blue);
    }

    /** Reads {@code #rrggbb}; empty if the text is anything else. */
    public static Optional<RgbColor> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(text.substring(1), 16);
        return Optional.of(new RgbColor(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
    }

    private static void requireByte(int part) {
        if (part < 0 || part > 255) {
            throw new IllegalArgumentException("A colour part must be between 0 and 255, not " + part);
        }
    }
}
