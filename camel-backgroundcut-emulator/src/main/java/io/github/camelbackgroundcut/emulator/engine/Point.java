// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

/** A pixel of the upright picture (turned as its EXIF orientation says); 0, 0 is the top left one. */
public record Point(int x, int y) {}
