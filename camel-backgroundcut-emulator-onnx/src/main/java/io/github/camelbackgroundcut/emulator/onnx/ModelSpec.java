// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

/** What a model needs: how a picture becomes its input, and how its output becomes a matte. */
record ModelSpec(InputSpec input, OutputSpec output) {}
