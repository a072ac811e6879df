// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalResultTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @ParameterizedTest
    @CsvSource({
        "mug.jpg, mug.png",
        "shoes/mug.jpg, shoes/mug.png",
        "shoes/red/mug, shoes/red/mug.png",
        "shoes\\mug.jpg, shoes/mug.png",
        "mug.large.jpg, mug.large.png",
    })
    void isNamedAfterTheInputAndKeepsItsFolders(String input, String output) throws IOException {
        assertThat(name(input, variant(Optional.empty(), OutputFormat.PNG))).isEqualTo(output);
    }

    @Test
    void isNamedAfterTheExchangeIfTheInputHasNoName() throws IOException {
        assertThat(name(null, variant(Optional.empty(), OutputFormat.PNG))).matches("[0-9A-F-]+\\.png");
    }

    @Test
    void bearsTheNameOfItsVariant() throws IOException {
        assertThat(name("shoes/mug.jpg", variant(Optional.of("thumb"), OutputFormat.JPEG)))
                .isEqualTo("shoes/mug-thumb.jpg");
    }

    private String name(String input, NamedVariant variant) throws IOException {
        Exchange exchange = camel.exchange(new byte[] {1, 2, 3});
        exchange.getMessage().setHeader(Exchange.FILE_NAME, input);
        return RemovalResult.name(exchange.getMessage(), ImageBodies.one(exchange), variant);
    }

    private static NamedVariant variant(Optional<String> name, OutputFormat format) {
        return new NamedVariant(
                name,
                Optional.empty(),
                new VariantSettings(format, VariantSettings.MAX_RESOLUTION, Quality.HIGH, Optional.empty(), 85, false));
    }
}
