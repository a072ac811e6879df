// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Other projects' code in the standalone jar comes with what their licenses ask for. */
class StandaloneJarIT {

    @Test
    void listsItsLibrariesWithTheirLicenses() throws IOException {
        assertThat(text("META-INF/THIRD-PARTY.txt"))
                .containsPattern("io\\.vertx:vertx-core:\\S+\\R\\s+.*Apache.*\\R\\s+Eclipse")
                .containsPattern("org\\.openpnp:opencv:\\S+\\R\\s+BSD")
                .containsPattern("org\\.slf4j:slf4j-api:\\S+\\R\\s+MIT");
    }

    @Test
    void doesNotListWhatItLeavesOut() throws IOException {
        assertThat(text("META-INF/THIRD-PARTY.txt")).doesNotContain("junit", "opentest4j", "apiguardian", "assertj");
    }

    @Test
    void hasTheLicensesAndNoticesOfItsLibraries() throws IOException {
        assertThat(text("META-INF/LICENSE")).contains("Apache License");
        assertThat(text("META-INF/LICENSE.txt")).contains("QOS.ch").doesNotContain("Apache License");
        assertThat(text("META-INF/NOTICE")).contains("Jackson JSON processor", "Apache Log4j Core");
    }

    private static String text(String entry) throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("standalone.jar"));
                InputStream content = jar.getInputStream(jar.getJarEntry(entry))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
