// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.examples.filedrop.PictureResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void printsOneLineForEachPictureWhenNobodyLooksOn() {
        try (ProgressView view = new ProgressView(new PrintStream(printed, true, UTF_8), 2, false)) {
            view.show(result("mug.jpg"));
            view.show(result("vase.jpg"));
        }

        List<String> lines = printed.toString(UTF_8).lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("mug.jpg"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("1/2");
        assertThat(lines)
                .filteredOn(line -> line.contains("vase.jpg"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("2/2");
        assertThat(printed.toString(UTF_8)).doesNotContain("\r", "\u001b");
    }

    private static PictureResult result(String picture) {
        return new PictureResult(picture, 1, Optional.of(Path.of("x.png")), Duration.ofMillis(1), Optional.empty());
    }
}
