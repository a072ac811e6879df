// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of a result.
 *
 * @param format the file format
 * @param maxResolution the most pixels in total, 1 to 12,000,000; a larger result is scaled down
 * @param quality the care taken with the cutout
 * @param backgroundColor {@code #rrggbb}; empty for a transparent background
 * @param outputCompression 1 to 100
 * @param autocrop whether the result is cropped to the object's bounds
 */
public record VariantSettings(
        OutputFormat format,
        int maxResolution,
        Quality quality,
        Optional<String> backgroundColor,
        int outputCompression,
        boolean autocrop) {

    /** The API's limit of a result, in pixels. */
    public static final int MAX_RESOLUTION = 12_000_000;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    public VariantSettings {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(backgroundColor, "backgroundColor");
        if (maxResolution < 1 || maxResolution > MAX_RESOLUTION) {
            throw new IllegalArgumentException(
                    "maxResolution is " + maxResolution + ": use 1 to " + MAX_RESOLUTION + " pixels in total");
        }
        if (outputCompression < 1 || outputCompression > 100) {
            throw new IllegalArgumentException("outputCompression is " + outputCompression + ": use 1 to 100");
        }
        backgroundColor.ifPresent(color -> {
            if (!COLOR.matcher(color).matches()) {
                throw new IllegalArgumentException("backgroundColor is '" + color + "': use #rrggbb, such as #ffffff");
            }
        });
    }

    /** All of it as one text: equal for equal settings, in each version of Java. */
    public String canonical() {
        return format.apiName()
                + ' '
                + maxResolution
                + ' '
                + quality.apiName()
                + ' '
                + backgroundColor.orElse("none")
                + ' '
                + outputCompression
                + ' '
                + autocrop;
    }
}
