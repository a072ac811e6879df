// SPDX-License-Identifier: Apache-2.0
/** Pictures in messages: as claim checks from a bucket, or whole from a folder. */
package io.github.camelbackgroundcut.examples.workerfleet.picture;
