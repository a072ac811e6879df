// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Runs commands of a page, one block after the other. Those that don't end go on beside the next ones, as in a second terminal. */
final class Terminal implements AutoCloseable {

    private static final Duration TYPING = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Home home;
    private final Path log;
    private final List<Process> running = new ArrayList<>();
    private final StringBuilder exports = new StringBuilder();

    Terminal(Home home, Path log) throws IOException {
        this.home = home;
        this.log = Files.writeString(log, "");
    }

    /**
     * Returns when the commands have ended.
     *
     * @param goesOn tells whether the next block can be run although they haven't
     */
    void run(String commands, Path folder, BooleanSupplier goesOn) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-exc", exports + commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        home.furnish(builder.environment());
        useFreePorts(commands, builder.environment());
        Process process = builder.start();
        running.add(process);
        commands.lines()
                .filter(line -> line.startsWith("export "))
                .forEach(line -> exports.append(line).append('\n'));
        await(() -> !process.isAlive() || goesOn.getAsBoolean());
        if (!process.isAlive() && process.exitValue() != 0) {
            throw new AssertionError(commands + " ended with " + process.exitValue() + ":\n" + output());
        }
    }

    /** Of the frameworks whose pages name no port: another program may have the usual one. */
    private static void useFreePorts(String commands, Map<String, String> environment) {
        // S3Mock reads it, too.
        if (commands.contains("spring-boot:run")) {
            environment.put("SERVER_PORT", "0");
        }
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_HTTP_TEST_PORT", "0");
    }

    /** Types into the program that was started last. */
    void type(String text) throws IOException {
        Writer console = running.get(running.size() - 1).outputWriter();
        console.write(text);
        console.flush();
    }

    /** Waits for what the commands shall bring about, unless all have ended. */
    void awaitResult(BooleanSupplier result) {
        await(() -> result.getAsBoolean() || running.stream().noneMatch(Process::isAlive));
    }

    private void await(BooleanSupplier condition) {
        try {
            Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(condition::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Nothing came of it:\n" + output(), e);
        }
    }

    /** Whether nothing was printed for as long as a person needs to type the next command. */
    boolean isQuiet() {
        try {
            return Files.getLastModifiedTime(log)
                    .toInstant()
                    .isBefore(Instant.now().minus(TYPING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Process process : running) {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            for (ProcessHandle handle : all) {
                try {
                    handle.onExit().get(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    handle.destroyForcibly();
                }
            }
        }
    }
}
