// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.image.ImageBodies;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.io.IOException;
import java.util.Map;
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
        assertThat(name(input, variant())).isEqualTo(output);
    }

    @Test
    void isNamedAfterTheExchangeIfTheInputHasNoName() throws IOException {
        assertThat(name(null, variant())).matches("[0-9A-F-]+\\.png");
    }

    @Test
    void bearsTheNameOfItsVariant() throws IOException {
        BackgroundCutConfiguration options = new BackgroundCutConfiguration();
        options.getVariants().put("thumb", Map.of("format", "jpeg"));

        assertThat(name("shoes/mug.jpg", Variants.of(options, camel.context()).get(0)))
                .isEqualTo("shoes/mug-thumb.jpg");
    }

    private String name(String input, NamedVariant variant) throws IOException {
        Exchange exchange = camel.exchange(new byte[] {1, 2, 3});
        exchange.getMessage().setHeader(Exchange.FILE_NAME, input);
        return RemovalResult.name(exchange.getMessage(), ImageBodies.one(exchange), variant);
    }

    private NamedVariant variant() {
        return Variants.of(new BackgroundCutConfiguration(), camel.context()).get(0);
    }
}
