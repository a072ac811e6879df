// SPDX-License-Identifier: Apache-2.0
/** An engine that runs a neural network of the user's choice on ONNX Runtime. */
package io.github.camelbackgroundcut.emulator.onnx;
