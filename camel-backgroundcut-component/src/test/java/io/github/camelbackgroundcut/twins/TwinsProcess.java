// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link TwinsProgram} in a JVM of its own, which can be killed, and then is started again by the next round. */
final class TwinsProcess implements AutoCloseable {

    private final List<String> command;
    private final Path log;

    private Process process;
    private BlockingQueue<String> lines;

    /**
     * @param folder for temporary files: a killed process leaves some
     */
    TwinsProcess(Path folder, String name, List<String> arguments) {
        log = folder.resolve(name + ".log");
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It starts sooner.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TwinsProgram.class.getName()));
        command.addAll(arguments);
    }

    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        BufferedReader output = process.inputReader();
        lines = queue;
        new Thread(() -> read(output, queue), "twins-output").start();
    }

    boolean isStarted() {
        return process != null && process.isAlive();
    }

    void send(int round) throws IOException {
        BufferedWriter input = process.outputWriter();
        input.write(round + "\n");
        input.flush();
    }

    /** The next line, if it comes in time. */
    Optional<String> answer(Duration patience) throws InterruptedException {
        return Optional.ofNullable(lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    String errors() throws IOException {
        return Files.readString(log);
    }

    /** At once, as by {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }

    private static void read(BufferedReader output, BlockingQueue<String> lines) {
        try (output) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // Killed in the middle of a line.
            lines.clear();
        }
    }
}
