// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the pages lead somewhere, and from their start page to all of them. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);

    static List<Path> pages() {
        return Pages.ending(".md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        assertThat(links(page).filter(link -> isBroken(page, link)).map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void findsLinksToPagesAndToHeadings() {
        List<MatchResult> links = pages().stream().flatMap(LinksTest::links).toList();

        assertThat(links).hasSizeGreaterThan(20).anyMatch(link -> link.group(2) != null);
    }

    @Test
    void startPageNamesAllPages() throws Exception {
        Path start = Pages.ROOT.resolve("docs/README.md");
        List<Path> named = links(start)
                .map(link -> start.resolveSibling(link.group(1)).normalize())
                .toList();

        try (Stream<Path> files = Files.list(Pages.ROOT.resolve("docs"))) {
            assertThat(named)
                    .containsAll(files.filter(file -> file.toString().endsWith(".md"))
                            .filter(file -> !file.equals(start))
                            .map(Path::normalize)
                            .toList());
        }
    }

    private static Stream<MatchResult> links(Path page) {
        return LINK.matcher(FENCED.matcher(Pages.text(page)).replaceAll("")).results();
    }

    private static boolean isBroken(Path page, MatchResult link) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        return Files.notExists(target)
                || link.group(2) != null && anchors(target).noneMatch(link.group(2)::equals);
    }

    /** As GitHub makes them of headings. */
    private static Stream<String> anchors(Path page) {
        return HEADING.matcher(FENCED.matcher(Pages.text(page)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .strip()
                        .replace(' ', '-'));
    }
}
