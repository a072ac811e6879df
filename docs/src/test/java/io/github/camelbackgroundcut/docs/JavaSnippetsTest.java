// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of the pages compiles. */
class JavaSnippetsTest {

    /** Their Java needs Spring, OSGi and Quarkus: tests of those modules hold it against what they run. */
    private static final Set<String> ELSEWHERE = Set.of("docs/spring-boot.md", "docs/esb.md", "docs/quarkus.md");

    @TempDir
    Path folder;

    static Stream<Snippet> snippets() {
        return Pages.ending(".md").stream()
                .map(page -> Pages.ROOT.relativize(page))
                .filter(page -> !ELSEWHERE.contains(page.toString().replace('\\', '/')))
                .flatMap(page ->
                        Pages.blocks(Pages.ROOT.resolve(page), "java").stream().map(text -> new Snippet(page, text)));
    }

    record Snippet(Path page, String text) {
        @Override
        public String toString() {
            return page + ": " + text.strip().lines().findFirst().orElse("");
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void snippetCompiles(Snippet snippet) {
        assertThat(JavaSnippets.compile(snippet.text(), folder)).isNotEmpty();
    }

    @Test
    void findsAMethodThatIsNotThere() {
        assertThatThrownBy(() -> JavaSnippets.compile("from(\"direct:in\").removeBackground();\n", folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("removeBackground");
    }
}
