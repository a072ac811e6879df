// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.karaf;

import io.github.camelbackgroundcut.karaf.route.RouteActivator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The test's route, packed as a user packs his: a bundle that knows Camel, and nothing of the component. */
final class RouteBundle {

    static final String SYMBOLIC_NAME = "backgroundcut-test-route";

    private RouteBundle() {}

    /** Writes the bundle; it appears there whole. */
    static void write(Path target) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName());
        try (OutputStream file = Files.newOutputStream(part);
                JarOutputStream jar = new JarOutputStream(file, manifest())) {
            for (Path type : classes()) {
                jar.putNextEntry(new JarEntry(
                        RouteActivator.class.getPackageName().replace('.', '/') + "/" + type.getFileName()));
                try (InputStream content = Files.newInputStream(type)) {
                    content.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> classes() throws IOException {
        Path folder = Path.of(System.getProperty("test.classes"))
                .resolve(RouteActivator.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", SYMBOLIC_NAME);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", RouteActivator.class.getName());
        headers.putValue(
                "Import-Package",
                String.join(
                        ",",
                        List.of(
                                "org.osgi.framework",
                                "org.apache.camel;version=\"[4.14,5)\"",
                                "org.apache.camel.builder;version=\"[4.14,5)\"",
                                "org.apache.camel.impl;version=\"[4.14,5)\"",
                                "org.apache.camel.impl.engine;version=\"[4.14,5)\"",
                                "org.apache.camel.model;version=\"[4.14,5)\"",
                                "org.apache.camel.spi;version=\"[4.14,5)\"",
                                "org.apache.camel.karaf.core;version=\"[4.14,5)\"")));
        return manifest;
    }
}
