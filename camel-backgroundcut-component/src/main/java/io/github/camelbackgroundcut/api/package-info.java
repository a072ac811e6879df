// SPDX-License-Identifier: Apache-2.0
/**
 * The BackgroundCut v3 API: a client, its requests, answers and errors.
 *
 * <p>Knows nothing of Camel, with one exception: the errors extend camel-http's {@code HttpOperationFailedException}, so
 * that a route's existing {@code onException} clauses catch them.
 */
package io.github.camelbackgroundcut.api;
