// SPDX-License-Identifier: Apache-2.0
/**
 * Camel type converters of pictures.
 */
package io.github.camelbackgroundcut.convert;
