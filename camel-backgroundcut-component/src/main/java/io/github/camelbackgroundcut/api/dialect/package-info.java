// SPDX-License-Identifier: Apache-2.0
/**
 * The dialects of the v3 API: URL paths, fields and the shape of answers, one class each. Only the client calls them, and
 * doesn't know which one it has.
 */
package io.github.camelbackgroundcut.api.dialect;
