// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Measures the process that it runs in, from its making on. */
public final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long wallNanos = System.nanoTime();
    private final long cpuNanos = SYSTEM.getProcessCpuTime();
    private final long compilerMillis = compilerMillis();
    private final long allocated = allocated();

    public double seconds() {
        return (System.nanoTime() - wallNanos) / 1e9;
    }

    /** Of all threads of the process, those of the JVM included. */
    public double cpuMillis() {
        return (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e6;
    }

    /** By the threads that are alive. */
    public long allocatedBytes() {
        return allocated() - allocated;
    }

    /** Prints what one run of {@code pictures} has cost. */
    public void report(int pictures) throws IOException {
        double seconds = seconds();
        double cpuMillis = cpuMillis();
        double compiling = compilerMillis() - compilerMillis;
        double allocatedKb = allocatedBytes() / 1000.0;
        Result.print(
                "cpuMillis", cpuMillis / pictures,
                "compilerMillis", compiling / pictures,
                "picturesPerSecond", pictures / seconds,
                "peakRssMb", residentMb("VmHWM"),
                "allocatedKb", allocatedKb / pictures);
    }

    /** Of the JIT compilers' threads, which share the processors with all others: an upper bound of their CPU time. */
    private static long compilerMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /**
     * Resident memory, in millions of bytes; not a number on systems other than Linux.
     *
     * @param field {@code VmHWM} for the peak, {@code VmRSS} for now
     */
    public static double residentMb(String field) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field + ':'))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst()
                .orElse(Double.NaN);
    }
}
