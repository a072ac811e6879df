// SPDX-License-Identifier: Apache-2.0
/**
 * The health check, which asks the service with a free call.
 */
package io.github.camelbackgroundcut.health;
