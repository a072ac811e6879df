// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The subject of a sentence is a thing, not a clause: "who finds no thread free waits". */
class PlainEnglishTest {

    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*`", Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("\\b[Ww]ho(?:ever)?\\b[^.\\n]*");
    private static final Pattern DESCRIPTION = Pattern.compile("description: *(.*)");

    static List<Path> pages() {
        return Pages.ending(".md");
    }

    static List<Path> kamelets() {
        return Pages.ending(".kamelet.yaml");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noSubjectOfAPageIsAClause(Path page) {
        assertThat(clauses(CODE.matcher(Pages.text(page)).replaceAll(""))).isEmpty();
    }

    @Test
    void noSubjectOfAnOptionOrHeaderIsAClause() {
        ComponentModel model = Catalog.withTheComponent().componentModel("backgroundcut");
        List<String> descriptions = Stream.of(
                        model.getComponentOptions(), model.getEndpointOptions(), model.getEndpointHeaders())
                .<BaseOptionModel>flatMap(List::stream)
                .map(BaseOptionModel::getDescription)
                .toList();

        assertThat(descriptions)
                .hasSizeGreaterThan(60)
                .allSatisfy(description -> assertThat(clauses(description)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void noSubjectOfAKameletIsAClause(Path kamelet) {
        List<String> descriptions = DESCRIPTION
                .matcher(Pages.text(kamelet))
                .results()
                .map(description -> description.group(1))
                .toList();

        assertThat(descriptions)
                .isNotEmpty()
                .allSatisfy(description -> assertThat(clauses(description)).isEmpty());
    }

    @Test
    void findsAClause() {
        assertThat(clauses("Calls are limited: who finds no thread free waits.\nWhoever waits holds none."))
                .containsExactly("who finds no thread free waits", "Whoever waits holds none");
        assertThat(clauses("A message whose call failed waits as a whole.")).isEmpty();
    }

    private static List<String> clauses(String text) {
        return CLAUSE.matcher(text).results().map(MatchResult::group).toList();
    }
}
