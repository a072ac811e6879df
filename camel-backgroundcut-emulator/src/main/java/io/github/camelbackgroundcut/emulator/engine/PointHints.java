// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import java.util.List;

/**
 * The clicks of a person: pixels of the object and pixels that do not belong to it.
 *
 * @param foreground at least one point on the object
 * @param background points beside the object; may be empty
 */
public record PointHints(List<Point> foreground, List<Point> background) {

    public PointHints {
        foreground = List.copyOf(foreground);
        background = List.copyOf(background);
        if (foreground.isEmpty()) {
            throw new IllegalArgumentException("At least one foreground point is needed");
        }
    }
}
