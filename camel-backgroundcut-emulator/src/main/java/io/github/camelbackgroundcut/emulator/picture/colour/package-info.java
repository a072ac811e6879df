// SPDX-License-Identifier: Apache-2.0
/** What colours mean, and what backdrops do to them. */
package io.github.camelbackgroundcut.emulator.picture.colour;
