// SPDX-License-Identifier: Apache-2.0
/** Models the backdrop and finds the salient parts. */
package io.github.camelbackgroundcut.emulator.engine.backdrop;
