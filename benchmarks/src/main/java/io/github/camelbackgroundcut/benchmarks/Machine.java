// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The kind of machine that the figures are from. */
final class Machine {

    private Machine() {}

    static String describe() throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                "%d cores, %s, %.0f GB, %s, %s %s",
                system.getAvailableProcessors(),
                processor(system.getArch()),
                system.getTotalMemorySize() / 1e9,
                system.getName(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"));
    }

    private static String processor(String otherwise) throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        }
    }
}
