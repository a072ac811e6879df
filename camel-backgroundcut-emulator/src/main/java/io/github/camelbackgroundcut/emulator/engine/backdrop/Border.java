// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The pixels along a picture's border. They are the best guess at the backdrop before anything else is known.
 *
 * @param sides the pixel indices of the top, bottom, left and right strip; corners belong to two of them
 */
public record Border(List<int[]> sides) {

    public static Border of(int width, int height) {
        int depth = depth(width, height);
        return new Border(List.of(
                rectangle(width, 0, 0, width, depth),
                rectangle(width, 0, height - depth, width, height),
                rectangle(width, 0, 0, depth, height),
                rectangle(width, width - depth, 0, width, height)));
    }

    /** How wide the strips are. */
    public static int depth(int width, int height) {
        return Math.max(2, Math.round(Math.min(width, height) * 0.02f));
    }

    private static int[] rectangle(int rowLength, int left, int top, int right, int bottom) {
        return IntStream.range(top, bottom)
                .flatMap(y -> IntStream.range(left, right).map(x -> y * rowLength + x))
                .toArray();
    }

    /** What is left of it when an object that the frame cuts off is taken away; all of it, if nothing would be left. */
    public Border without(boolean[] object) {
        List<int[]> rest = sides.stream()
                .map(side -> IntStream.of(side).filter(pixel -> !object[pixel]).toArray())
                .filter(side -> side.length > 0)
                .toList();
        return rest.isEmpty() ? this : new Border(rest);
    }

    /** All border pixels, each once. */
    public int[] pixels() {
        return sides.stream().flatMapToInt(IntStream::of).distinct().toArray();
    }
}
