// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

/**
 * Numbers of a picture on their way into a network, or out of it.
 *
 * @param shape  such as 1, 3, height, width
 * @param values in the order of the shape: plane after plane, row after row
 */
record Tensor(long[] shape, float[] values) {}
