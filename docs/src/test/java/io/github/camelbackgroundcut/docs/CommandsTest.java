// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands of the pages name existing modules, profiles, artifacts and versions. */
class CommandsTest {

    private static final Pattern PROFILE = Pattern.compile("mvnw[^\\n`]* -P([\\w.-]+)");
    private static final Pattern MODULE = Pattern.compile("mvnw[^\\n`]* -pl ([\\w./,-]+)");
    /** As Maven, Camel JBang and Karaf name one. */
    private static final Pattern ARTIFACT =
            Pattern.compile("io\\.github\\.camelbackgroundcut[:/]([a-z][\\w-]*)(?:[:/](\\d[\\w.-]*))?");

    private static final Pattern DEPENDENCY = Pattern.compile("<groupId>io\\.github\\.camelbackgroundcut</groupId>\\s*"
            + "<artifactId>([^<]*)</artifactId>\\s*<version>([^<]*)</version>");
    private static final Pattern JAR =
            Pattern.compile("(camel-backgroundcut[a-z-]*)-(\\d[\\w.]*(?:-SNAPSHOT)?)(-\\w+)?\\.jar");
    private static final String PARENT = Pages.text(Pages.ROOT.resolve("pom.xml"));

    static List<Path> pages() {
        return Pages.ending(".md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void profilesAreThere(Path page) {
        assertThat(named(PROFILE, page))
                .allSatisfy(profile -> assertThat(PARENT).contains("<id>" + profile + "</id>"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void modulesAreThere(Path page) {
        assertThat(named(MODULE, page).flatMap(modules -> Stream.of(modules.split(","))))
                .allSatisfy(module -> assertThat(Modules.names()).contains(module));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void artifactsAreThereInThisVersion(Path page) {
        for (Pattern pattern : List.of(ARTIFACT, DEPENDENCY, JAR)) {
            pattern.matcher(Pages.text(page)).results().forEach(artifact -> {
                assertThat(artifacts()).as(artifact.group()).contains(artifact.group(1));
                if (artifact.group(2) != null) {
                    assertThat(artifact.group(2)).isEqualTo(version());
                }
            });
        }
    }

    @Test
    void findsWhatThePagesName() {
        assertThat(List.of(PROFILE, MODULE, ARTIFACT, DEPENDENCY, JAR))
                .allSatisfy(pattern -> assertThat(pages().stream().flatMap(page -> named(pattern, page)))
                        .as(pattern.pattern())
                        .isNotEmpty());
    }

    @Test
    void wouldMissAnArtifactThatIsNotThere() {
        assertThat(artifacts())
                .contains("camel-backgroundcut", "camel-backgroundcut-starter", "camel-backgroundcut-quarkus")
                .doesNotContain("camel-backgroundcut-micronaut");
    }

    private static Stream<String> named(Pattern pattern, Path page) {
        return pattern.matcher(Pages.text(page)).results().map(match -> match.group(1));
    }

    private static List<String> artifacts() {
        return Modules.names().stream()
                .map(module -> Pages.text(Pages.ROOT.resolve(module).resolve("pom.xml")))
                .map(pom -> element("artifactId", pom.replaceFirst("(?s)<parent>.*?</parent>", "")))
                .toList();
    }

    private static String version() {
        return element("version", PARENT);
    }

    private static String element(String name, String xml) {
        int start = xml.indexOf('<' + name + '>') + name.length() + 2;
        return xml.substring(start, xml.indexOf('<', start));
    }
}
