// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of docs/quarkus.md are those of this example. */
class PageTest {

    @ParameterizedTest
    @CsvSource({
        "src/main/resources/application.properties, src/main/resources/application.properties",
        "src/main/resources/camel/cutouts.camel.yaml, src/main/resources/camel/cutouts.camel.yaml",
        "src/test/java/com/example/CutoutsIT.java, src/test/java/com/example/CutoutsTest.java",
    })
    void thePageShowsTheFile(Path file, String nameOnThePage) throws IOException {
        String text =
                Files.readString(file).replaceFirst("^(#|//) SPDX.*\\n", "").replace("CutoutsIT", "CutoutsTest");

        assertThat(Files.readString(Path.of("../../docs/quarkus.md")))
                .contains("`" + nameOnThePage + "`\n\n```" + language(nameOnThePage) + "\n" + text + "```");
    }

    private static String language(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
