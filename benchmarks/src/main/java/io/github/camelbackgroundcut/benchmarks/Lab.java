// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import io.github.camelbackgroundcut.benchmarks.server.LoopbackServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where experiments run: a server in a process of its own, and a folder for pictures. */
public final class Lab implements Closeable {

    private static final String PORTS = "ports=";

    private final Settings settings;
    private final Path work;
    private final Certificate certificate;
    private final Process server;
    private final Map<Transport, String> ports = new EnumMap<>(Transport.class);

    private Lab(Settings settings, Path work, Certificate certificate, Process server, String... ports) {
        this.settings = settings;
        this.work = work;
        this.certificate = certificate;
        this.server = server;
        for (Transport transport : Transport.values()) {
            this.ports.put(transport, ports[transport.ordinal()]);
        }
    }

    static Lab open(Settings settings, Path work) throws IOException, InterruptedException {
        empty(work);
        Certificate certificate = Certificate.create(work);
        Process server = Programs.java(LoopbackServer.class)
                .flags("-Xmx512m")
                .arguments("downloadBytes=" + settings.downloadBytes(), "keyStore=" + certificate.keyStore())
                .start();
        BufferedReader output = server.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith(PORTS)) {
            server.destroy();
            throw new IOException("The server didn't start: " + line);
        }
        return new Lab(
                settings,
                work,
                certificate,
                server,
                line.substring(PORTS.length()).split(","));
    }

    public Settings settings() {
        return settings;
    }

    /** Over plain HTTP. */
    public String baseUrl() {
        return baseUrl(Transport.PLAIN);
    }

    public String baseUrl(Transport transport) {
        return transport.scheme() + "://127.0.0.1:" + ports.get(transport);
    }

    /** What a client over TLS has to trust. */
    public Certificate certificate() {
        return certificate;
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
