// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.github.camelbackgroundcut.emulator.EmulatorMain;
import io.quarkus.deployment.builditem.Startable;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The emulator in a JVM of its own. Its native library can be loaded by one class loader only, and live reloads bring new ones. The
 * process goes on over live reloads, and ends with the JVM that has started it.
 */
final class EmulatorProcess implements Startable {

    /** What the emulator accepts as an API key. */
    static final String API_KEY = "emulator-key";

    private static final String LISTENS_ON = "BackgroundCut emulator listens on ";
    private static final long SECONDS_TO_END = 10;

    private final List<Path> classPath;
    private final int port;
    private Process process;
    private String baseUrl;

    /** @param port 0 for any free one */
    EmulatorProcess(List<Path> classPath, int port) {
        this.classPath = classPath;
        this.port = port;
    }

    @Override
    public void start() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                EmulatorMain.class.getName(),
                "--port",
                Integer.toString(port),
                "--api-key",
                API_KEY,
                "--until-input-ends");
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            baseUrl = readBaseUrl();
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator of the BackgroundCut API can't be started", e);
        }
    }

    /** The process prints a few lines, and then nothing that would fill the pipe. */
    private String readBaseUrl() throws IOException {
        BufferedReader output = process.inputReader(Charset.defaultCharset());
        StringBuilder before = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENS_ON)) {
                return line.substring(LISTENS_ON.length());
            }
            before.append(System.lineSeparator()).append(line);
        }
        throw new IllegalStateException("The emulator of the BackgroundCut API did not start:" + before);
    }

    String baseUrl() {
        return baseUrl;
    }

    @Override
    public String getConnectionInfo() {
        return baseUrl;
    }

    /** @return null: there is no container */
    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
