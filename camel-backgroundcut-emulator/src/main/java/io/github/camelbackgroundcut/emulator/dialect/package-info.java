// SPDX-License-Identifier: Apache-2.0
/** The two dialects of the API, and which of them the emulator speaks. */
package io.github.camelbackgroundcut.emulator.dialect;
