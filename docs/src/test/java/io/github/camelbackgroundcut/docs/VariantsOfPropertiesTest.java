// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

/** Variants in the properties of Camel Main, as the component's page writes them. */
class VariantsOfPropertiesTest {

    @Test
    void areTheComponents() throws Exception {
        String block = Pages.blocks(Pages.ROOT.resolve("docs/backgroundcut-component.md"), "properties").stream()
                .filter(text -> text.contains("variants["))
                .findFirst()
                .orElseThrow();
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        properties.setProperty("camel.component.backgroundcut.api-key", "key");
        properties.setProperty("camel.main.routes-include-pattern", "false");
        Main main = new Main();
        main.setInitialProperties(properties);
        main.start();
        try {
            CamelContext context = main.getCamelContext();
            assertThat(context.getComponent("backgroundcut", BackgroundCutComponent.class)
                            .getConfiguration()
                            .getVariants())
                    .isEqualTo(Map.of("thumb", Map.of("format", "webp", "maxResolution", "40000")));
            // It checks the variants.
            assertThatNoException()
                    .isThrownBy(() -> context.getEndpoint("backgroundcut:removeBackground")
                            .start());
        } finally {
            main.stop();
        }
    }
}
