// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

/**
 * One of the results that a message gets.
 *
 * @param seed of the picture
 * @param extension of its format
 */
record Part(int seed, String extension) {}
