// SPDX-License-Identifier: Apache-2.0
/** The queue: the broker of the dispatcher, and connections to whatever broker. */
package io.github.camelbackgroundcut.examples.workerfleet.broker;
