// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the fleet in a JVM of its own. What it prints goes to a file. */
public final class FleetProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    /**
     * @param home an existing folder for its log and its output
     * @param options of the JVM
     */
    public FleetProcess(
            Path home, Map<String, String> environment, List<String> options, Class<?> mainClass, String... arguments)
            throws IOException {
        output = home.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A killed process leaves its temporary files.
                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                "-Dfleet.log=" + home.resolve("fleet.log"),
                "-classpath",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(mainClass.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("BACKGROUNDCUT_") || name.startsWith("AWS_") || name.startsWith("FLEET_"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** @return the exit code */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("The process does not end");
        }
        return process.exitValue();
    }

    /** Asks it to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    /** Ends it at once, as a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle.Info info() {
        return process.info();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
