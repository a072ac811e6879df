// SPDX-License-Identifier: Apache-2.0
/** The HTTP server: its routes, and the emulator's own page and calls. */
package io.github.camelbackgroundcut.emulator.server;
