// SPDX-License-Identifier: Apache-2.0
/** Turns a guess about the object into a matte. */
package io.github.camelbackgroundcut.emulator.engine.mask;
