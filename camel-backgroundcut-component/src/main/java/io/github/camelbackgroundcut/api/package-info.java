// SPDX-License-Identifier: Apache-2.0
/**
 * The BackgroundCut v3 API: a client, its requests and answers. It knows nothing of Camel, but for the errors, and sends its
 * requests through a {@link io.github.camelbackgroundcut.api.Transport}.
 */
package io.github.camelbackgroundcut.api;
