// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that is measured, in a process of its own. */
public final class Programs {

    private final List<String> command = new ArrayList<>();
    private final Optional<Class<?>> main;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    private Programs(List<String> start, Optional<Class<?>> main) {
        command.addAll(start);
        this.main = main;
    }

    /** On the JVM that this runs on. */
    public static Programs java(Class<?> main) {
        return java(Path.of(System.getProperty("java.home")), main);
    }

    /** On another JVM. */
    public static Programs java(Path home, Class<?> main) {
        return new Programs(List.of(home.resolve("bin").resolve("java").toString()), Optional.of(main));
    }

    public static Programs python(Path script) {
        return new Programs(List.of("python3", script.toString()), Optional.empty());
    }

    public Programs flags(String... flags) {
        return flags(Arrays.asList(flags));
    }

    public Programs flags(List<String> flags) {
        command.addAll(flags);
        return this;
    }

    /** Lets it trust a server's certificate. */
    public Programs trusting(Certificate certificate) {
        environment.put("REQUESTS_CA_BUNDLE", certificate.pem().toString());
        return main.isPresent() ? flags(certificate.trustedBy()) : this;
    }

    /** {@code name=value} pairs. */
    public Programs arguments(String... pairs) {
        arguments.addAll(Arrays.asList(pairs));
        return this;
    }

    /** Its errors go where ours go. */
    public Process start() throws IOException {
        List<String> whole = new ArrayList<>(command);
        main.ifPresent(program ->
                whole.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName())));
        whole.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(environment);
        return process.start();
    }

    /**
     * Runs it to its end.
     *
     * @throws IOException if it fails, or has no result
     */
    public Result run() throws IOException, InterruptedException {
        Process process = start();
        Optional<Result> result = Optional.empty();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Optional<Result> parsed = Result.parse(line);
                result = parsed.isPresent() ? parsed : result;
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(command + " " + main.map(Class::getName).orElse("") + " ended with " + status);
            }
        } finally {
            process.destroy();
        }
        return result.orElseThrow(() -> new IOException(command + " has no result"));
    }
}
