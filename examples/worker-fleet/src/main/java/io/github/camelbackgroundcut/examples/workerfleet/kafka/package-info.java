// SPDX-License-Identifier: Apache-2.0
/** What workers need to take pictures from a Kafka topic. */
package io.github.camelbackgroundcut.examples.workerfleet.kafka;
