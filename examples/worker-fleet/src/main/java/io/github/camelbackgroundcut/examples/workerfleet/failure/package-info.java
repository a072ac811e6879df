// SPDX-License-Identifier: Apache-2.0
/** What becomes of a picture that fails, and of a worker that can't go on. */
package io.github.camelbackgroundcut.examples.workerfleet.failure;
