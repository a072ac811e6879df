// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.BackgroundCutOperation;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.drop.FileDrop;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What native-image gets of this application: arguments, jars, and the configuration in them. */
class NativeSourcesIT {

    private static final Path SOURCES = Path.of("target/native-sources");

    /** Those that use a library which this application lacks. */
    private static final Pattern NOT_LINKED = Pattern.compile("(?m)^ +(\\S+) +-> \\S+ +not found$");

    @Test
    void routesReachTheComponentAndItsSettingsByReflection() throws IOException {
        assertThat(reflective())
                .contains(
                        BackgroundCutComponent.class.getName(),
                        BackgroundCutComponent.class.getName() + "Configurer",
                        BackgroundCutConfiguration.class.getName(),
                        BackgroundCutConfiguration.class.getName() + "Configurer",
                        BackgroundCutOperation.class.getName());
    }

    @Test
    void routesInYamlReachErrorsAndTheBeansOfDrops() throws IOException {
        assertThat(reflective())
                .contains(RateLimitedException.class.getName(), FileDrop.class.getName())
                .noneMatch(name -> name.endsWith(".package-info"));
    }

    @Test
    void nothingOfMicrometerAndTracersIsReflective() throws IOException {
        assertThat(reflective())
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("io.github.camelbackgroundcut.observe"))
                .noneMatch(name -> name.startsWith("io.github.camelbackgroundcut.tracing"));
    }

    @Test
    void theServiceIsCalledByHttps() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("native-image.args")))
                .contains("--enable-url-protocols=http,https");
    }

    /** Quarkus links at build time: what a library is missing for must not be reached. A constant in each says so. */
    @Test
    void onlyClassesBehindAConstantLackALibrary() throws IOException {
        String component = jar("camel-backgroundcut-\\d.*");
        String others;
        try (Stream<Path> jars = Files.list(SOURCES.resolve("lib"))) {
            others = jars.map(Path::toString)
                    .filter(jar -> !jar.equals(component))
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
        StringWriter report = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(report),
                        new PrintWriter(report),
                        "--multi-release",
                        "17",
                        "--missing-deps",
                        "--class-path",
                        others,
                        component);

        assertThat(NOT_LINKED.matcher(report.toString()).results().map(found -> found.group(1)))
                .as(report.toString())
                .containsOnly(
                        "io.github.camelbackgroundcut.health.ServiceHealthCheck",
                        "io.github.camelbackgroundcut.observe.MicrometerMeters",
                        "io.github.camelbackgroundcut.tracing.BackgroundCutTelemetryDecorator",
                        "io.github.camelbackgroundcut.tracing.BackgroundCutTracingDecorator");
    }

    private static String jar(String name) throws IOException {
        try (Stream<Path> jars = Files.list(SOURCES.resolve("lib"))) {
            return jars.map(Path::toString)
                    .filter(jar -> jar.matches(".*" + name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> reflective() throws IOException {
        Path runner;
        try (Stream<Path> files = Files.list(SOURCES)) {
            runner = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        try (ZipFile jar = new ZipFile(runner.toFile());
                InputStream json = jar.getInputStream(jar.getEntry("META-INF/native-image/reflect-config.json"))) {
            return StreamSupport.stream(new ObjectMapper().readTree(json).spliterator(), false)
                    .map(entry -> entry.get("name"))
                    .map(JsonNode::asText)
                    .toList();
        }
    }
}
