// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Karaf in a process of its own, started by its own script. */
final class Karaf implements AutoCloseable {

    private final Path home;
    private final Process process;

    private Karaf(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /**
     * @param home where it was unpacked
     * @param repository a folder in Maven's layout, the only one besides Karaf's own that bundles are taken from
     * @param features the file of the features, and the feature that is installed when it starts
     * @param properties system properties
     */
    static Karaf start(Path home, Path repository, Path features, String feature, Map<String, String> properties)
            throws IOException {
        for (String left : List.of("data", "instances", "deploy")) {
            deleteTree(home.resolve(left));
        }
        Files.createDirectories(home.resolve("deploy"));
        Path etc = home.resolve("etc");
        Files.writeString(
                etc.resolve("org.ops4j.pax.url.mvn.cfg"),
                "org.ops4j.pax.url.mvn.useFallbackRepositories=false\n"
                        + "org.ops4j.pax.url.mvn.localRepository=${karaf.data}/repository\n"
                        + "org.ops4j.pax.url.mvn.defaultRepositories=" + repository.toUri()
                        + "@id=build@snapshots,${karaf.home.uri}${karaf.default.repository}@id=system.repository\n"
                        + "org.ops4j.pax.url.mvn.repositories=\n");
        // No ssh and no management: they'd open ports that another Karaf on this machine may have.
        Files.writeString(
                etc.resolve("org.apache.karaf.features.cfg"),
                "featuresRepositories=mvn:org.apache.karaf.features/framework/" + version(home) + "/xml/features,"
                        + "mvn:org.apache.karaf.features/standard/" + version(home) + "/xml/features,"
                        + features.toUri() + "\n"
                        + "featuresBoot=log,feature,deployer,bundle,wrap," + feature + "\n"
                        + "featuresBootAsynchronous=false\n");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "daemon")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_MAX_MEM", "512m");
        builder.environment()
                .put(
                        "KARAF_OPTS",
                        properties.entrySet().stream()
                                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                                .collect(Collectors.joining(" ")));
        return new Karaf(home, builder.start());
    }

    private static String version(Path home) {
        return home.getFileName().toString().substring("apache-karaf-".length());
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Where bundles are dropped. */
    Path deploy() {
        return home.resolve("deploy");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the features of its start are installed, and this bundle with them. */
    boolean hasInstalled(String bundle) throws IOException {
        String log = log();
        int started = log.lastIndexOf(bundle);
        return started >= 0 && log.indexOf("| Done.", started) >= 0;
    }

    /** Its log so far. */
    String log() throws IOException {
        Path log = home.resolve("data/log/karaf.log");
        return (Files.exists(log) ? Files.readString(log) : "") + Files.readString(home.resolve("console.log"));
    }

    /** Asks it to stop, as a service manager does, and tells whether it has within a minute. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
