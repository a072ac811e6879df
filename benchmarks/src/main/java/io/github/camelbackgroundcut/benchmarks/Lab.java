// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import io.github.camelbackgroundcut.benchmarks.server.LoopbackServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where experiments run: a server in a process of its own, and a folder for pictures. */
public final class Lab implements Closeable {

    private static final String PORT = "port=";

    private final Settings settings;
    private final Path work;
    private final Process server;
    private final String baseUrl;

    private Lab(Settings settings, Path work, Process server, int port) {
        this.settings = settings;
        this.work = work;
        this.server = server;
        this.baseUrl = "http://127.0.0.1:" + port;
    }

    static Lab open(Settings settings, Path work) throws IOException {
        empty(work);
        Process server = Programs.java(LoopbackServer.class)
                .flags("-Xmx512m")
                .arguments("downloadBytes=" + settings.downloadBytes())
                .start();
        BufferedReader output = server.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith(PORT)) {
            server.destroy();
            throw new IOException("The server didn't start: " + line);
        }
        return new Lab(settings, work, server, Integer.parseInt(line.substring(PORT.length())));
    }

    public Settings settings() {
        return settings;
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** A folder of pictures for one experiment. */
    public Pictures pictures(String name, long bytes) throws IOException {
        return Pictures.create(folder(name), bytes);
    }

    /** A new, empty folder. */
    public Path folder(String name) throws IOException {
        Path folder = work.resolve(name);
        empty(folder);
        return folder;
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        delete(work);
    }

    private static void empty(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
