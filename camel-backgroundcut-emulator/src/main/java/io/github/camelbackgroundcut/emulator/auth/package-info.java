// SPDX-License-Identifier: Apache-2.0
/** Checks callers: API keys, access tokens, origins, and the local machine. */
package io.github.camelbackgroundcut.emulator.auth;
