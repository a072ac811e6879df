// SPDX-License-Identifier: Apache-2.0
/** The stored pictures and what they cost, without HTTP. */
package io.github.camelbackgroundcut.emulator.store;
