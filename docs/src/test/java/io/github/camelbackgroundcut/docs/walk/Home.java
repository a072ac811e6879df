// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import io.github.camelbackgroundcut.docs.Modules;
import io.github.camelbackgroundcut.docs.Pages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The home of a newcomer: with Maven 3.8 and the command {@code camel}, and a local repository in which this project is installed. What
 * the build has downloaded is there, too, by links.
 */
final class Home implements AutoCloseable {

    private static final String GROUP = "io/github/camelbackgroundcut";
    /** What this project and the pages install. */
    private static final Set<Path> OWN = Set.of(Path.of(GROUP), Path.of("com/example"));

    private static final Path ROOT = Pages.ROOT.toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("project.version");
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    /** Of a few operators: what is red is the object. The tests of the emulator's ONNX module make it. */
    private static final Path MODEL = Path.of("src/test/resources/models/redness.onnx");

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    static Home create(Path folder, Path builds, Path maven) throws IOException {
        Home home = new Home(folder.toAbsolutePath().normalize());
        link(builds.toAbsolutePath(), Path.of(""), home.repository());
        for (String module : Modules.names()) {
            home.install(ROOT.resolve(module));
        }
        home.install(ROOT);
        home.copySettings();
        // What programs leave there when they are ended goes with the home.
        Files.createDirectory(home.folder.resolve("tmp"));
        home.command("mvn", maven.toAbsolutePath().normalize().resolve("bin/mvn") + " -B -ntp");
        // Stands in for JBang's launcher, which downloads itself.
        home.command("camel", JAVA.resolve("bin/java") + " -jar " + ROOT.resolve("examples/jbang/target/camel.jar"));
        // Stands in for the model of that name, which only its authors hand out.
        Files.copy(MODEL, home.folder.resolve("u2netp.onnx"));
        return home;
    }

    /** What its terminal has beyond the build's own environment, such as proxies. */
    void furnish(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("BACKGROUNDCUT_"));
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", JAVA.toString());
        environment.put(
                "PATH",
                String.join(
                        File.pathSeparator,
                        folder.resolve("bin").toString(),
                        JAVA.resolve("bin").toString(),
                        environment.get("PATH")));
        // Java looks for its home in the system's list of users. The programs live for seconds: the second compiler
        // isn't worth it.
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-Duser.home=" + folder + " -Djava.io.tmpdir=" + folder.resolve("tmp") + " -Dmaven.repo.local="
                        + repository() + " -XX:TieredStopAtLevel=1");
    }

    private Path repository() {
        return folder.resolve(".m2/repository");
    }

    /** Those with which the build reaches its repositories. */
    private void copySettings() throws IOException {
        for (String name : List.of("settings.xml", "settings-security.xml")) {
            Path settings = Path.of(System.getProperty("user.home"), ".m2", name);
            if (Files.exists(settings)) {
                Files.copy(settings, folder.resolve(".m2").resolve(name));
            }
        }
    }

    private void command(String name, String command) throws IOException {
        Path script = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(script, "#!/bin/sh\nexec " + (name.equals("mvn") ? "sh " : "") + command + " \"$@\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " can't be made executable");
        }
    }

    /** As {@code ./mvnw install} does. */
    private void install(Path module) throws IOException {
        String artifact = artifact(Files.readString(module.resolve("pom.xml")));
        Path target = Files.createDirectories(
                repository().resolve(GROUP).resolve(artifact).resolve(VERSION));
        String name = artifact + "-" + VERSION;
        Files.copy(module.resolve("pom.xml"), target.resolve(name + ".pom"));
        Path built = module.resolve("target");
        copyIfThere(built.resolve(name + ".jar"), target.resolve(name + ".jar"));
        copyIfThere(built.resolve("classes/features.xml"), target.resolve(name + "-features.xml"));
        copyIfThere(built.resolve("classes/plain-features.xml"), target.resolve(name + "-plain-features.xml"));
    }

    private static String artifact(String pom) {
        String own = pom.replaceFirst("(?s)<parent>.*?</parent>", "");
        int start = own.indexOf("<artifactId>") + "<artifactId>".length();
        return own.substring(start, own.indexOf('<', start));
    }

    private static void copyIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Links to all folders, but for those of this project and of the pages. */
    private static void link(Path builds, Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(builds.resolve(folder))) {
            return;
        }
        try (Stream<Path> entries = Files.list(builds.resolve(folder))) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                Path below = folder.resolve(entry.getFileName());
                if (OWN.stream().noneMatch(own -> own.startsWith(below))) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
                } else if (!OWN.contains(below)) {
                    link(builds, below, to.resolve(entry.getFileName()));
                }
            }
        }
    }

    /** Removes the links, so that a removal of the folder does not follow them. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(repository())) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
