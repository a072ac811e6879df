// SPDX-License-Identifier: Apache-2.0
/**
 * {@code removeBackground}: a picture is uploaded, processed and fetched, and paid for once. {@link io.github.camelbackgroundcut.removal.Removals} is its face.
 */
package io.github.camelbackgroundcut.removal;
