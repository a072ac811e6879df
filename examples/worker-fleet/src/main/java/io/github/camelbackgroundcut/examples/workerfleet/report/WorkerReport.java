// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.report;

/**
 * What a worker has done since it started.
 *
 * @param worker its name
 * @param url of its health and metrics
 * @param pictures that have their cutouts
 * @param failures pictures that went to the dead letters
 * @param credits spent: one for each result of a process call
 * @param calls of the API
 * @param refused calls that were answered 429
 * @param pace calls a minute that the service grants to this worker; 0 if that is not known yet
 * @param pause why it takes no picture; empty if it does
 */
public record WorkerReport(
        String worker,
        String url,
        long pictures,
        long failures,
        long credits,
        long calls,
        long refused,
        long pace,
        String pause) {}
