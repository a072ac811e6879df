// SPDX-License-Identifier: Apache-2.0
/**
 * How calls are made: on which threads, how many at a time, how fast, and how often again.
 */
package io.github.camelbackgroundcut.call;
