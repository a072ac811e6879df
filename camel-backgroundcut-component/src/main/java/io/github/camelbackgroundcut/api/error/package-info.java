// SPDX-License-Identifier: Apache-2.0
/**
 * The typed errors of the API client. Those that a service answered with extend camel-http's {@code HttpOperationFailedException},
 * so that a route's existing {@code onException} clauses catch them.
 */
package io.github.camelbackgroundcut.api.error;
