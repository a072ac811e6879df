// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of docs/quarkus.md are those of the example, which the build runs. */
class QuarkusPageTest {

    private static final Path PAGE = Pages.ROOT.resolve("docs/quarkus.md");
    private static final Path EXAMPLE = Pages.ROOT.resolve("examples/quarkus");

    @ParameterizedTest
    @CsvSource({
        "src/main/resources/application.properties, src/main/resources/application.properties",
        "src/main/resources/camel/cutouts.camel.yaml, src/main/resources/camel/cutouts.camel.yaml",
        "src/test/java/com/example/CutoutsIT.java, src/test/java/com/example/CutoutsTest.java",
    })
    void thePageShowsTheFile(String file, String nameOnThePage) {
        String text = Pages.text(EXAMPLE.resolve(file))
                .replaceFirst("^(#|//) SPDX.*\\n", "")
                .replace("CutoutsIT", "CutoutsTest");

        assertThat(Pages.file(PAGE, nameOnThePage)).isEqualTo(text);
    }
}
