// SPDX-License-Identifier: Apache-2.0
/** Models the backdrop and finds what stands out from it. */
package io.github.camelbackgroundcut.emulator.engine.backdrop;
