// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names on the architecture page exist, and no module or package is missing. */
class ArchitecturePageTest {

    private static final String PAGE = Pages.text(Pages.ROOT.resolve("ARCHITECTURE.md"));
    /** In code, or in the picture, with two humps or more. */
    private static final Pattern CLASS = Pattern.compile("\\b(?:[A-Z][a-z\\d]+){2,}\\b");

    private static final Pattern CODE = Pattern.compile("```text\\n.*?```|`[^`\\n]+`", Pattern.DOTALL);
    private static final Path COMPONENT =
            Pages.ROOT.resolve("camel-backgroundcut-component/src/main/java/io/github/camelbackgroundcut");

    /** Of other projects. */
    private static final Set<String> OTHERS = Set.of("BackgroundCut");

    @Test
    void classesAreThere() {
        Set<String> classes = Pages.ending(".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(classesOnThePage()).hasSizeGreaterThan(30).isSubsetOf(classes);
    }

    @Test
    void allModulesAreNamed() {
        assertThat(Modules.names())
                .hasSizeGreaterThan(10)
                .allSatisfy(module -> assertThat(PAGE).contains('`' + module + '`'));
    }

    @Test
    void allPackagesOfTheComponentHaveARow() {
        List<String> packages = Pages.ending("package-info.java").stream()
                .filter(file -> file.startsWith(COMPONENT))
                .map(file -> COMPONENT.relativize(file.getParent()).toString().replace('/', '.'))
                .filter(name -> !name.isEmpty())
                .toList();

        assertThat(packages)
                .hasSizeGreaterThan(8)
                .allSatisfy(name ->
                        assertThat(PAGE).containsPattern("(?m)^\\| [^|]*`" + Pattern.quote(name) + "`[^|]* \\|"));
    }

    private static Set<String> classesOnThePage() {
        return CODE.matcher(PAGE)
                .results()
                .map(MatchResult::group)
                .flatMap(ArchitecturePageTest::classes)
                .filter(name -> !OTHERS.contains(name))
                .collect(Collectors.toSet());
    }

    private static Stream<String> classes(String code) {
        return CLASS.matcher(code).results().map(MatchResult::group);
    }
}
