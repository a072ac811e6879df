// SPDX-License-Identifier: Apache-2.0
/**
 * Reads and checks what an endpoint's options and a message's headers say.
 */
package io.github.camelbackgroundcut.options;
