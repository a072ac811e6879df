// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.jbang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A local Maven repository as it is after {@code ./mvnw install}: the build's own, by links, and the component and the Kamelets beside it. The
 * build's own stays as it is, but for what Camel JBang downloads.
 */
final class LocalRepository {

    private static final String GROUP = "io/github/camelbackgroundcut";
    private static final Path ROOT = Path.of("../..");

    private LocalRepository() {}

    static Path create(Path folder, Path builds, String version) throws IOException {
        linkAllBut(builds, folder, Path.of(GROUP));
        install(folder, "camel-backgroundcut-parent", version, ROOT.resolve("pom.xml"), "pom");
        installModule(folder, "camel-backgroundcut", version, "camel-backgroundcut-component");
        installModule(folder, "camel-backgroundcut-kamelets", version, "camel-backgroundcut-kamelets");
        return folder;
    }

    /** Removes the links, so that a removal of the folder does not follow them. */
    static void unlink(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** Links to all folders, and down to the one that is left out. */
    private static void linkAllBut(Path from, Path to, Path leftOut) throws IOException {
        Files.createDirectories(to);
        if (leftOut == null) {
            return;
        }
        Path next = leftOut.getName(0);
        try (Stream<Path> entries = Files.isDirectory(from) ? Files.list(from) : Stream.empty()) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                if (!entry.getFileName().equals(next)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
                }
            }
        }
        Path rest = leftOut.getNameCount() == 1 ? null : leftOut.subpath(1, leftOut.getNameCount());
        linkAllBut(from.resolve(next), to.resolve(next), rest);
    }

    private static void installModule(Path folder, String artifact, String version, String module) throws IOException {
        install(folder, artifact, version, ROOT.resolve(module).resolve("pom.xml"), "pom");
        Path jar = ROOT.resolve(module).resolve("target/" + artifact + "-" + version + ".jar");
        install(folder, artifact, version, jar, "jar");
    }

    private static void install(Path folder, String artifact, String version, Path file, String extension)
            throws IOException {
        Path target =
                Files.createDirectories(folder.resolve(GROUP).resolve(artifact).resolve(version));
        Files.copy(
                file, target.resolve(artifact + "-" + version + "." + extension), StandardCopyOption.REPLACE_EXISTING);
    }
}
