// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneJarIT {

    private static final String JAR = System.getProperty("standalone.jar");
    private static final String LAST_LINE = "Page with the pictures";

    @Test
    void listsOnnxRuntimeWithItsLicense() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(text(jar, "META-INF/THIRD-PARTY.txt"))
                    .containsPattern("com\\.microsoft\\.onnxruntime:onnxruntime:\\S+\\R\\s+MIT")
                    .containsPattern("org\\.openpnp:opencv:\\S+\\R\\s+BSD")
                    .contains("META-INF/onnxruntime-LICENSE")
                    .doesNotContain("protobuf", "junit", "assertj");
            assertThat(text(jar, "META-INF/onnxruntime-LICENSE")).contains("Microsoft", "Permission is hereby granted");
            assertThat(text(jar, "ThirdPartyNotices.txt")).isNotBlank();
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
        }
    }

    @Test
    void leavesOutWhatOnlyDebuggersRead() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(Object::toString))
                    .anyMatch(name -> name.endsWith("linux-x64/libonnxruntime.so"))
                    .noneMatch(name -> name.endsWith(".pdb") || name.contains(".dSYM"));
        }
    }

    @Test
    void startsWithAModelAndLeavesNoFileBehind(@TempDir Path folder, @TempDir Path temporary) throws Exception {
        Path model = TinyModels.redness(folder.resolve("tiny.onnx"));
        Process program = program("-Djava.io.tmpdir=" + temporary, model).start();
        try {
            assertThat(linesUntilStarted(program)).contains("Engine: u2net (tiny.onnx)");
        } finally {
            program.destroy();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    /** Some systems, such as Alpine Linux, do not have what the library needs. */
    @Test
    void saysThatTheNativeLibraryDoesNotLoad(@TempDir Path folder) throws Exception {
        Path model = TinyModels.redness(folder.resolve("tiny.onnx"));
        Path output = folder.resolve("output.txt");
        Process program = program("-Donnxruntime.native.path=" + folder, model)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroy();
        }

        assertThat(program.exitValue()).isEqualTo(2);
        assertThat(output).content().startsWith("ONNX Runtime can't be loaded on this machine: ");
    }

    @Test
    void knowsItsVersion() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isNotBlank();
        }
    }

    private static ProcessBuilder program(String property, Path model) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        property,
                        "-jar",
                        JAR,
                        "--port",
                        "0",
                        "--model",
                        model.toString())
                .redirectErrorStream(true);
    }

    private static List<String> linesUntilStarted(Process program) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(LAST_LINE)) {
                break;
            }
        }
        return lines;
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream content = jar.getInputStream(jar.getJarEntry(entry))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
