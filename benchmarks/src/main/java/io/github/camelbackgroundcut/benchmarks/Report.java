// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Collects what was found, and prints it as Markdown. */
final class Report {

    private final Settings settings;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    Report(Settings settings) {
        this.settings = settings;
    }

    void progress(String text) {
        System.err.println(text);
    }

    void add(Findings findings) {
        rows.addAll(findings.rows());
        details.addAll(findings.details());
    }

    void print() throws Exception {
        System.out.println();
        System.out.println("Machine: " + Machine.describe());
        System.out.printf(
                "Flow: %,d bytes up, %,d bytes down, %d at a time, %d pictures a round after %d to get warm, %d rounds%s%n",
                settings.uploadBytes(),
                settings.downloadBytes(),
                settings.concurrency(),
                settings.pictures(),
                settings.warmUp(),
                settings.rounds(),
                settings.jvmFlags().isEmpty() ? "" : ", JVM flags " + settings.jvmFlags());
        System.out.println();
        details.forEach(System.out::println);
        System.out.println("| Work | Measured | Bar | Met |");
        System.out.println("|---|---|---|---|");
        for (Row row : rows) {
            System.out.printf(
                    "| %s | %s | %s | %s |%n",
                    row.work(), row.measured(), row.bar(), row.verdict().word());
        }
    }
}
