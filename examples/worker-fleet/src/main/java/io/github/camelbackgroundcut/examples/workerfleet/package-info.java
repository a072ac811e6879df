// SPDX-License-Identifier: Apache-2.0
/** Processes that share a queue of pictures and a plan: a dispatcher, and any number of workers. */
package io.github.camelbackgroundcut.examples.workerfleet;
