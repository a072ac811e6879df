// SPDX-License-Identifier: Apache-2.0
/**
 * Observation of the calls: counters, meters, log lines, the latest errors.
 */
package io.github.camelbackgroundcut.observe;
