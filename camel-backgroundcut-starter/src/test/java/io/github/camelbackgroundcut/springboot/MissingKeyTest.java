// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The application of docs/spring-boot.md without its environment variable. */
class MissingKeyTest {

    @TempDir
    private Path folder;

    /** Spring leaves it as it is. */
    @Test
    void theApplicationDoesNotStartWithAPlaceholderOfSpringAsItsKey() {
        assertThatException()
                .isThrownBy(() -> start("${NO_SUCH_VARIABLE}"))
                .havingRootCause()
                .withMessage("apiKey is the placeholder ${NO_SUCH_VARIABLE}, which has no value: "
                        + "set the environment variable or the property that it names");
    }

    @Test
    void theApplicationDoesNotStartWithAPlaceholderOfCamelWithoutAValue() {
        assertThatException()
                .isThrownBy(() -> start("{{NO_SUCH_VARIABLE}}"))
                .havingRootCause()
                .withMessage(
                        "Property with key [NO_SUCH_VARIABLE] not found in properties from text: {{NO_SUCH_VARIABLE}}");
    }

    private void start(String key) {
        new SpringApplicationBuilder(CutoutApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--folders.inbox=" + folder.resolve("inbox"),
                        "--folders.outbox=" + folder.resolve("outbox"),
                        "--camel.component.backgroundcut.api-key=" + key);
    }
}
