// SPDX-License-Identifier: Apache-2.0
/** Shared parts of the HTTP code: errors and the encoding of paths. */
package io.github.camelbackgroundcut.emulator.http;
