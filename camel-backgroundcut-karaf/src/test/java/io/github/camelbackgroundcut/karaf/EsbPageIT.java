// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands and the code of docs/esb.md are those of the other tests. */
class EsbPageIT {

    private static final Path PAGE = Path.of("../docs/esb.md");
    private static final Path ROUTE =
            Path.of("src/test/java/io/github/camelbackgroundcut/karaf/route/RouteActivator.java");
    private static final Pattern COMMANDS = Pattern.compile(
            "feature:repo-add mvn:io\\.github\\.camelbackgroundcut/([\\w-]+)/([\\w.-]+)/xml/([\\w-]+)\\n"
                    + "feature:install ([\\w-]+)\\n");

    @Test
    void showsTheRouteThatRunsInKaraf() throws IOException {
        String route = Files.readString(ROUTE);

        assertThat(Files.readString(PAGE))
                .contains(route.substring(route.indexOf("import "), route.indexOf("/**")))
                .contains(route.substring(route.indexOf("public class ")) + "```\n");
    }

    @Test
    void addsTheFilesThatAreBuiltAndInstallsTheFeatureInThem() throws IOException {
        List<MatchResult> commands =
                COMMANDS.matcher(Files.readString(PAGE)).results().toList();

        assertThat(commands).hasSize(2);
        for (MatchResult command : commands) {
            assertThat(command.group(1)).isEqualTo("camel-backgroundcut-karaf");
            // Under this classifier the build attaches it.
            assertThat(Files.readString(Path.of("pom.xml")))
                    .contains("<classifier>" + command.group(3) + "</classifier>");
            assertThat(Files.readString(Path.of(System.getProperty("features.folder"), command.group(3) + ".xml")))
                    .contains("<feature name=\"" + command.group(4) + "\" version=\"" + command.group(2) + "\"");
        }
    }

    @Test
    void namesTheVersionsThatAreRun() throws IOException {
        String karaf = Path.of(System.getProperty("karaf.home")).getFileName().toString();

        assertThat(Files.readString(PAGE))
                .contains("Karaf " + karaf.substring("apache-karaf-".length()) + " on Java 17")
                .contains("Camel-Karaf " + System.getProperty("camel.karaf.version"));
    }
}
