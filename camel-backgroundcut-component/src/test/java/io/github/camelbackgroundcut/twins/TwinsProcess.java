// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link TwinsProgram} in a JVM of its own, which can be killed, and started again. */
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

    /** Waits until it can be asked. */
    void start(Duration patience) throws IOException, InterruptedException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        BufferedReader output = process.inputReader();
        lines = queue;
        new Thread(() -> read(output, queue), "twins-output").start();
        assertThat(queue.poll(patience.toSeconds(), TimeUnit.SECONDS))
                .as("%s", errors())
                .isEqualTo(TwinsProgram.READY);
    }

    boolean isStarted() {
        return process != null && process.isAlive();
    }

    /** The answer to a line, if it is complete in time. */
    Optional<List<String>> ask(String line, int answers, Duration patience) throws IOException, InterruptedException {
        BufferedWriter input = process.outputWriter();
        input.write(line + "\n");
        input.flush();
        Instant end = Instant.now().plus(patience);
        List<String> said = new ArrayList<>();
        while (said.size() < answers) {
            String next = lines.poll(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                return Optional.empty();
            }
            said.add(next);
        }
        return Optional.of(said);
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
                if (line.startsWith(TwinsProgram.ANSWER)) {
                    lines.add(line.substring(TwinsProgram.ANSWER.length()));
                }
            }
        } catch (IOException e) {
            // Killed in the middle of a line.
            lines.clear();
        }
    }
}
