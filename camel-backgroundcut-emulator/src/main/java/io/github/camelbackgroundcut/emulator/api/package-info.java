// SPDX-License-Identifier: Apache-2.0
/** One handler for each call of the v3 API. */
package io.github.camelbackgroundcut.emulator.api;
