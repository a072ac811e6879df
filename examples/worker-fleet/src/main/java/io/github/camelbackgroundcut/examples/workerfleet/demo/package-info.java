// SPDX-License-Identifier: Apache-2.0
/** The demo: a dispatcher, three workers and the sample pictures. */
package io.github.camelbackgroundcut.examples.workerfleet.demo;
