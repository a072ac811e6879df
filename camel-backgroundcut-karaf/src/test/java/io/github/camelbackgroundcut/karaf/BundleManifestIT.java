// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OSGi manifest of the component's jar. */
class BundleManifestIT {

    private static Attributes headers;

    @BeforeAll
    static void read() throws IOException {
        Path folder =
                Path.of(System.getProperty("karaf.repository"), "io/github/camelbackgroundcut/camel-backgroundcut");
        try (Stream<Path> files = Files.walk(folder)) {
            Path jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile content = new JarFile(jar.toFile())) {
                headers = content.getManifest().getMainAttributes();
            }
        }
    }

    @Test
    void itIsABundle() {
        assertThat(headers.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(headers.getValue("Bundle-SymbolicName"))
                .isEqualTo("io.github.camelbackgroundcut.camel-backgroundcut");
    }

    @Test
    void camelIsTakenFrom414On() {
        assertThat(imports().filter(name -> name.startsWith("org.apache.camel")))
                .isNotEmpty()
                .allMatch(name -> name.contains("version=\"[4.14,5)\""));
    }

    @Test
    void librariesThatKarafWrapsAreTakenInAnyVersion() {
        assertThat(imports().filter(name -> name.startsWith("org.apache.hc")))
                .isNotEmpty()
                .noneMatch(name -> name.contains("version="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.micrometer",
                "org.apache.camel.health",
                "org.apache.camel.support.console",
                "org.apache.camel.telemetry",
                "org.apache.camel.tracing"
            })
    void whatIsForMonitoringMayBeMissing(String packages) {
        assertThat(imports().filter(name -> name.startsWith(packages)))
                .isNotEmpty()
                .allMatch(name -> name.contains("resolution:=optional"));
    }

    @Test
    void theTransportIsItsOwnAffair() {
        List<String> exports = Arrays.stream(
                        headers.getValue("Export-Package").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(clause -> clause.split(";")[0])
                .toList();

        assertThat(exports)
                .containsExactlyInAnyOrder(
                        "io.github.camelbackgroundcut",
                        "io.github.camelbackgroundcut.api",
                        "io.github.camelbackgroundcut.api.dialect",
                        "io.github.camelbackgroundcut.api.error",
                        "io.github.camelbackgroundcut.body");
    }

    /** The clauses of Import-Package: a comma between quotes belongs to a version range. */
    private static Stream<String> imports() {
        return Arrays.stream(headers.getValue("Import-Package").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }
}
