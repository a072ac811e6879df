// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelbackgroundcut.docs.Pages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the walks see of the pages; {@link PagesInEmptyFolders} runs them. */
class WalksTest {

    /** Pages with commands or files that are no way to a cutout. */
    private static final Map<String, String> NOT_WALKED = Map.of(
            "CONTRIBUTING.md", "commands of the build, which CI runs",
            "benchmarks/README.md", "measurements, which take their time",
            "docs/api-and-dialects.md", "its command calls the real service",
            "docs/monitoring.md", "for an application that is there",
            "docs/tools.md", "what it makes is for editors");

    static List<String> pages() {
        return Pages.ending(".md").stream()
                .map(page -> Pages.ROOT.relativize(page).toString().replace('\\', '/'))
                .filter(page -> Block.in(Pages.text(Pages.ROOT.resolve(page))).stream()
                        .anyMatch(block -> block.isCommands() || block.file().isPresent()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachPageWithCommandsOrFilesIsWalked(String page) {
        assertThat(Walks.ALL.stream().anyMatch(walk -> walk.page().equals(page)))
                .isNotEqualTo(NOT_WALKED.containsKey(page));
    }

    @Test
    void findsThePages() {
        assertThat(pages()).hasSizeGreaterThan(10).contains("docs/camel-main.md", "CONTRIBUTING.md");
    }

    @Test
    void theParagraphBeforeABlockSaysWhatItIs() {
        List<Block> blocks = Block.in("""
                # Title

                `pom.xml`

                ```xml
                <project/>
                ```

                Two lines. The options are in
                `src/main/resources/application.properties`:

                ```properties
                a = b
                ```

                Add this dependency to the `pom.xml`:

                ```xml
                <dependency>
                ```

                Such as `pom.xml` and others, run it:

                ```sh
                mvn test
                ```
                """);

        assertThat(blocks)
                .extracting(
                        block -> block.file().orElse("none"),
                        block -> block.partOfPom().orElse("none"),
                        Block::isCommands)
                .containsExactly(
                        tuple("pom.xml", "none", false),
                        tuple("src/main/resources/application.properties", "none", false),
                        tuple("pom.xml", "dependencies", false),
                        tuple("none", "none", true));
    }

    @Test
    void aPageHasTheSectionsOfItsWalks() {
        assertThat(Walks.ALL).allSatisfy(walk -> assertThat(walk.blocks()).isNotEmpty());
        assertThatThrownBy(() -> Walk.of("README.md", "No such section").text())
                .hasMessageContaining("No such section");
    }

    @Test
    void portsThatAreTakenAreReplaced() {
        Ports ports = Ports.withEmulator(1234);

        assertThat(ports.replaced("http://127.0.0.1:8089 --port 8089 version-8089"))
                .isEqualTo("http://127.0.0.1:1234 --port 1234 version-8089");
    }

    @Test
    void whatTheBuildHasMadeIsNotMadeAgain() {
        Block block = new Block(
                "",
                "sh",
                "./mvnw install -DskipTests\n./mvnw package -DskipTests -pl a,b -am\nexport KEY=1\ncamel run \\\n    x.yaml\n");

        assertThat(block.commands()).doesNotContain("mvnw");
        assertThat(block.programs()).containsExactly("camel run x.yaml");
    }

    @Test
    void aBuildStartsNothing() {
        assertThat(new Block("", "sh", "mvn package\n").isStart()).isFalse();
        assertThat(new Block("", "sh", "mvn package\njava -jar target/a.jar\n").isStart())
                .isTrue();
        assertThat(new Block("`pom.xml`", "xml", "<project/>").isStart()).isFalse();
    }

    @Test
    void folderNamesAreDifferent() {
        assertThat(Walks.ALL).extracting(Walk::folder).doesNotHaveDuplicates();
        assertThat(Path.of(Walks.ALL.get(0).folder()).getNameCount()).isEqualTo(1);
    }
}
