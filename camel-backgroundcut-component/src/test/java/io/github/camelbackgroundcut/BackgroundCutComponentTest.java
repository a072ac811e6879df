// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.support.CamelExtension;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The component's options, which are the defaults of its endpoints. */
class BackgroundCutComponentTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @Test
    void isFoundByItsScheme() {
        assertThat(camel.context().getComponent("backgroundcut")).isInstanceOf(BackgroundCutComponent.class);
    }

    @Test
    void takesOptionsAsPropertiesFilesWriteThem() {
        bind(Map.of(
                "api-key", "key",
                "base-url", "http://localhost:8089",
                "format", "webp",
                "process-timeout", "10s",
                "connect-timeout", "2s",
                "max-concurrent-calls", "7"));

        BackgroundCutComponent component = camel.context().getComponent("backgroundcut", BackgroundCutComponent.class);
        assertThat(component.getMaxConcurrentCalls()).isEqualTo(7);
        assertThat(component.getConnectTimeout()).isEqualTo(2_000);
        BackgroundCutConfiguration options = endpoint("backgroundcut:process").getConfiguration();
        assertThat(options.getApiKey()).isEqualTo("key");
        assertThat(options.getBaseUrl()).isEqualTo("http://localhost:8089");
        assertThat(options.getFormat()).isEqualTo("webp");
        assertThat(options.getProcessTimeout()).isEqualTo(10_000);
    }

    @Test
    void letsAnEndpointHaveItsOwn() {
        bind(Map.of("api-key", "key", "format", "webp"));

        assertThat(endpoint("backgroundcut:process?format=jpeg")
                        .getConfiguration()
                        .getFormat())
                .isEqualTo("jpeg");
        assertThat(endpoint("backgroundcut:process").getConfiguration().getFormat())
                .isEqualTo("webp");
    }

    @Test
    void letsAnEndpointsVariantsReplaceItsOwn() {
        BackgroundCutComponent component = camel.context().getComponent("backgroundcut", BackgroundCutComponent.class);
        component.getConfiguration().setApiKey("key");
        component.getConfiguration().getVariants().put("thumb", Map.of("format", "webp"));

        assertThat(endpoint("backgroundcut:process").getConfiguration().getVariants())
                .containsOnlyKeys("thumb");
        assertThat(endpoint("backgroundcut:process?variant.large.quality=high")
                        .getConfiguration()
                        .getVariants())
                .containsOnlyKeys("large");
    }

    @Test
    void changesNoEndpointThatIsThereAlready() {
        bind(Map.of("api-key", "key"));
        BackgroundCutConfiguration options = endpoint("backgroundcut:process").getConfiguration();

        bind(Map.of("format", "webp"));

        assertThat(options.getFormat()).isEqualTo("png");
    }

    @Test
    void tellsAMistakeWhenTheRouteStartsAlthoughItsProducerStartsLate() {
        assertThatThrownBy(() -> camel.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to("backgroundcut:usage?lazyStartProducer=true");
                    }
                }))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private void bind(Map<String, Object> properties) {
        BackgroundCutComponent component = camel.context().getComponent("backgroundcut", BackgroundCutComponent.class);
        properties.forEach((name, value) -> assertThat(PropertyBindingSupport.build()
                        .withConfigurer(component.getComponentPropertyConfigurer())
                        .withIgnoreCase(true)
                        .bind(camel.context(), component, name, value))
                .as(name)
                .isTrue());
    }

    private BackgroundCutEndpoint endpoint(String uri) {
        return camel.context().getEndpoint(uri, BackgroundCutEndpoint.class);
    }
}
