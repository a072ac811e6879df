// SPDX-License-Identifier: Apache-2.0
/** Checks who may call: API keys, access tokens, origins, and the local machine. */
package io.github.camelbackgroundcut.emulator.auth;
