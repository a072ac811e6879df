// SPDX-License-Identifier: Apache-2.0
/** Reads and writes pictures. */
package io.github.camelbackgroundcut.emulator.picture;
