// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.demo;

import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.WorkerFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker in a JVM of its own. */
final class WorkerProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final Process process;

    /**
     * @param name in the reports, and of its log
     * @param home for the log
     */
    WorkerProcess(String name, Path home, Map<String, String> settings, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It works for seconds: the second compiler would not pay off.
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dfleet.worker=" + name,
                "-Dfleet.log=" + home.resolve(name + ".log")));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-classpath", System.getProperty("java.class.path"), WorkerFleet.class.getName(), Role.WORKER.text()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".txt").toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
