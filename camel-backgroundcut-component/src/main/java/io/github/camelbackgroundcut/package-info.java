// SPDX-License-Identifier: Apache-2.0
/**
 * The Camel face: {@code backgroundcut:<operation>}, with one producer per operation.
 *
 * <p>Only {@link io.github.camelbackgroundcut.BackgroundCutComponent} knows the HTTP transport; all else speaks to the API
 * client.
 */
package io.github.camelbackgroundcut;
