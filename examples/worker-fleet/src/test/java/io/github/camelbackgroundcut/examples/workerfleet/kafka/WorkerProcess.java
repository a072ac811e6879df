// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.WorkerFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker in a process of its own. At the end it is killed. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;

    WorkerProcess(Path home, FleetFixture around, Map<String, String> more) throws IOException {
        Path folder = Files.createTempDirectory(home, "worker");
        Map<String, String> settings = new HashMap<>(around.settings());
        settings.putAll(more);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfleet.log=" + folder.resolve("fleet.log"),
                "-classpath",
                System.getProperty("java.class.path")));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(WorkerFleet.class.getName());
        command.add("worker");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().putAll(around.environment());
        process = builder.start();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
