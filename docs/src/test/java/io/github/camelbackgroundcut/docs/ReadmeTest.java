// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path README = Pages.ROOT.resolve("README.md");

    @Test
    void partsAreInTheOrderOfAFirstVisit() {
        List<String> headings = Pattern.compile("^## (.+)$", Pattern.MULTILINE)
                .matcher(Pages.text(README))
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .toList();

        assertThat(headings)
                .containsExactly(
                        "Try it",
                        "In a route",
                        "Testing with the emulator",
                        "Options at a glance",
                        "Where it runs",
                        "Links");
    }

    /** The build runs that test. */
    @Test
    void theTestIsOneThatRuns() {
        String run = Pages.text(Path.of("src/test/java/com/example/PaidOnceTest.java"));

        assertThat(Pages.blocks(README, "java"))
                .contains(run.substring(run.indexOf("package ")).replace("/** The test of the README. */\n", ""));
    }

    @Test
    void showsARouteInYamlAndInJava() {
        assertThat(PageSnippet.blocks(README).filter(PageSnippet::isRoute).map(PageSnippet::language))
                .containsExactly("yaml", "java");
    }
}
