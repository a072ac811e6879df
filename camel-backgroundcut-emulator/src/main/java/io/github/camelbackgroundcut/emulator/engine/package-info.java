// SPDX-License-Identifier: Apache-2.0
/** Cutout engines, and the service that calls them. */
package io.github.camelbackgroundcut.emulator.engine;
