// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a model's file says of itself.
 *
 * @param input   the name of its only input
 * @param shape   of the input: 1, 3, height, width; a negative number stands for any
 * @param outputs the shapes of the outputs that are floating-point numbers, by their names, in the model's order
 */
record ModelGraph(String input, long[] shape, Map<String, long[]> outputs) {

    private static final int SHAPE_LENGTH = 4;
    private static final int CHANNELS = 1;
    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;

    /** @throws IllegalArgumentException if the model does not take one picture of three planes, or answers no numbers */
    ModelGraph {
        boolean takesPicture = shape.length == SHAPE_LENGTH && (shape[CHANNELS] == 3 || shape[CHANNELS] < 0);
        if (!takesPicture || shape[0] > 1) {
            throw new IllegalArgumentException("The model's input " + input + " has the shape " + Arrays.toString(shape)
                    + ". One picture of three planes is needed: [1, 3, height, width]");
        }
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("The model has no output of floating-point numbers");
        }
    }

    /** Whether the input has one size only. */
    boolean hasFixedSize() {
        return shape[HEIGHT] > 0 && shape[WIDTH] > 0;
    }

    boolean hasFixedSize(int side) {
        return shape[HEIGHT] == side && shape[WIDTH] == side;
    }

    /** @throws IllegalArgumentException if the graph fixes another width or height */
    void requireTakes(InputSize size) {
        boolean isFixed = size.fit() == InputSize.Fit.STRETCH;
        boolean fits = takes(shape[WIDTH], size.width(), isFixed) && takes(shape[HEIGHT], size.height(), isFixed);
        if (!fits) {
            throw new IllegalArgumentException("The model's input " + input + " has the shape " + Arrays.toString(shape)
                    + ". Set input-size in the model properties to its width and height, or leave it out");
        }
    }

    private static boolean takes(long side, int wanted, boolean isFixed) {
        return side < 0 || (isFixed && side == wanted);
    }

    /** How many outputs are a single plane, as a matte is. */
    long planes() {
        return outputs.values().stream().filter(ModelGraph::isPlane).count();
    }

    /**
     * The same with what only the graph knows: its fixed size, and the name of the output.
     *
     * @throws IllegalArgumentException if the two don't go together
     */
    ModelSpec fitted(ModelSpec spec) {
        InputSize size = hasFixedSize()
                ? new InputSize((int) shape[WIDTH], (int) shape[HEIGHT], InputSize.Fit.STRETCH)
                : spec.input().size();
        if (!size.isKnown()) {
            throw new IllegalArgumentException(
                    "The model takes pictures of any size. Set input-size in the model properties");
        }
        requireTakes(size);
        String wanted = spec.output().name();
        String output = wanted.isEmpty() ? outputs.keySet().iterator().next() : wanted;
        if (!outputs.containsKey(output)) {
            throw new IllegalArgumentException(
                    "The model has no output " + output + " of floating-point numbers, but " + outputs.keySet());
        }
        if (!isPlane(outputs.get(output))) {
            throw new IllegalArgumentException("The model's output " + output + " is not one plane, but "
                    + Arrays.toString(outputs.get(output)) + ". Set output in the model properties to another one");
        }
        return new ModelSpec(spec.input().withSize(size), spec.output().withName(output));
    }

    /** Whether the shape can be 1, 1, height, width, or one without the ones; an empty one is not known before the first run. */
    private static boolean isPlane(long[] shape) {
        if (shape.length == 0) {
            return true;
        }
        int batchAndPlanes = Math.max(0, shape.length - 2);
        return shape.length >= 2 && Arrays.stream(shape, 0, batchAndPlanes).allMatch(side -> side == 1 || side < 0);
    }

    /** For people. */
    @Override
    public String toString() {
        return "input " + input + " " + Arrays.toString(shape) + ", "
                + outputs.entrySet().stream()
                        .map(output -> "output " + output.getKey() + " " + Arrays.toString(output.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
