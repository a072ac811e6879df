// SPDX-License-Identifier: Apache-2.0
/** What all HTTP code shares: errors and the encoding of paths. */
package io.github.camelbackgroundcut.emulator.http;
