// SPDX-License-Identifier: Apache-2.0
/**
 * The beans of the Kamelets {@code backgroundcut-file-drop} and {@code backgroundcut-s3-drop}: what a crash-safe drop needs
 * beyond YAML.
 *
 * <p>{@link io.github.camelbackgroundcut.drop.FileDrop} and {@link io.github.camelbackgroundcut.drop.S3Drop} are policies around
 * the steps of the Kamelets. They repeat the steps in an outage, and take the picture out of the inbox afterwards.
 * The others are for the S3 drop.
 */
package io.github.camelbackgroundcut.drop;
