// SPDX-License-Identifier: Apache-2.0
/** What workers tell the dispatcher, and what it shows of that. */
package io.github.camelbackgroundcut.examples.workerfleet.report;
