// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.figures;

import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What was used so far.
 *
 * @param cpuMillis of the worker
 * @param peakKilobytes of the worker's resident memory, since its start
 * @param transactions of the database
 * @param databaseBytes in the database's log
 * @param brokerBytes in the broker's log
 */
record Usage(long cpuMillis, long peakKilobytes, long transactions, long databaseBytes, long brokerBytes) {

    static Usage of(FleetProcess worker, Database database, Brokers broker) throws Exception {
        long cpu = worker.info().totalCpuDuration().orElseThrow().toMillis();
        String peak = Files.readString(Path.of("/proc/" + worker.pid() + "/status"))
                .replaceAll("(?s).*VmHWM:\\s+(\\d+) kB.*", "$1");
        return new Usage(
                cpu, Long.parseLong(peak), database.transactions(), database.bytesWritten(), broker.bytesWritten());
    }

    Usage minus(Usage before) {
        return new Usage(
                cpuMillis - before.cpuMillis,
                peakKilobytes,
                transactions - before.transactions,
                databaseBytes - before.databaseBytes,
                brokerBytes - before.brokerBytes);
    }

    String perPicture(int pictures) {
        return String.format(
                Locale.ROOT,
                "%.1f ms CPU a picture, peak memory %d MB, %.1f database transactions a picture, %.0f bytes a picture in its log,"
                        + " %.0f bytes a picture in the broker's log",
                (double) cpuMillis / pictures,
                peakKilobytes / 1000,
                (double) transactions / pictures,
                (double) databaseBytes / pictures,
                (double) brokerBytes / pictures);
    }
}
