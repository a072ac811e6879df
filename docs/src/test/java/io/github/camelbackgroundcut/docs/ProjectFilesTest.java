// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files for contributors agree with the build. */
class ProjectFilesTest {

    private static final String PARENT = Pages.text(Pages.ROOT.resolve("pom.xml"));
    private static final String WORKFLOW = Pages.text(Pages.ROOT.resolve(".github/workflows/build.yml"));
    private static final String SCRIPT = Pages.text(Pages.ROOT.resolve(".ci/run"));

    /** Generated; the wrapper's; and what the page on Spring Boot shows for users to copy. */
    private static final List<String> NOT_OURS_ALONE =
            List.of("/src/generated/", "/.mvn/", "camel-backgroundcut-starter/src/test/resources/");

    @Test
    void eachDecisionHasADate() {
        List<String> decisions = found("(?m)^### (.+\\R\\R.*)$", Pages.text(Pages.ROOT.resolve("DECISIONS.md")));

        assertThat(decisions)
                .hasSizeGreaterThan(30)
                .allSatisfy(decision -> assertThat(decision)
                        .containsPattern("\\R\\R\\*20\\d\\d-\\d\\d-\\d\\d(, revised 20\\d\\d-\\d\\d-\\d\\d)?\\*$"));
    }

    @Test
    void eachFolderWithAPomIsAModule() {
        Stream<String> folders = Pages.ending("/pom.xml").stream()
                .map(pom -> Pages.ROOT.relativize(pom.getParent()).toString())
                .filter(folder -> !folder.isEmpty());

        assertThat(Modules.names()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(folders.toList());
    }

    /** Java has it by the formatter. */
    @Test
    void eachFileNamesItsLicense() {
        Stream<Path> files =
                Pages.ending(".xml", ".yaml", ".yml", ".properties", ".html", ".css", ".js", ".py", ".sh", ".ftl")
                        .stream()
                        .filter(file -> NOT_OURS_ALONE.stream().noneMatch(file.toString()::contains));

        assertThat(files)
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(Pages.text(file)).contains("SPDX-License-Identifier: Apache-2.0"));
    }

    @Test
    void theMatrixHasTheCamelOfTheBuildAndOfEachProfile() {
        Stream<String> profiles = found("<id>camel-([\\d.]+)</id>", PARENT).stream();
        Stream<String> base = found("<camel-version>(\\d+\\.\\d+)\\.\\d+</camel-version>", PARENT).stream();

        assertThat(found("'([\\d.]+)'", matrix("camel")))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(base, profiles).toList());
    }

    @Test
    void theScriptKnowsEachCamelOfTheMatrix() {
        assertThat(found("'([\\d.]+)'", matrix("camel")))
                .isNotEmpty()
                .allSatisfy(camel ->
                        assertThat(SCRIPT).containsPattern("(?m)^ .*'camel " + Pattern.quote(camel) + "'\\) part="));
    }

    @Test
    void theMatrixBeginsWithTheJavaOfTheBuild() {
        List<String> release = found("<maven.compiler.release>(\\d+)</maven.compiler.release>", PARENT);

        assertThat(found("'(\\d+)'", matrix("java"))).startsWith(release.get(0));
    }

    private static String matrix(String axis) {
        return found("(?m)^ +" + axis + ": (\\[.*])$", WORKFLOW).get(0);
    }

    /** The first group of each match. */
    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
