// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.endpointdsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.BackgroundCutEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

/** The URIs of the builders. */
class EndpointUriTest {

    private static final BackgroundCutEndpointRouteBuilder BUILDER = new BackgroundCutEndpointRouteBuilder() {
        @Override
        public void configure() {}
    };

    @Test
    void buildsAUri() {
        assertThat(BUILDER.backgroundcut("removeBackground")
                        .format("webp")
                        .maxResolution(40_000)
                        .autocrop(true)
                        .getRawUri())
                .isEqualTo("backgroundcut://removeBackground?autocrop=true&format=webp&maxResolution=40000");
    }

    @Test
    void keepsPlaceholders() {
        assertThat(BUILDER.backgroundcut("usage").apiKey("{{shop.key}}").getRawUri())
                .isEqualTo("backgroundcut://usage?apiKey={{shop.key}}");
    }

    @Test
    void keepsASecretOfAnyCharactersAsItIs() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            BackgroundCutEndpoint endpoint = BUILDER.backgroundcut("usage")
                    .apiKey("RAW(a+b&c%d=e)")
                    .resolve(context, BackgroundCutEndpoint.class);

            assertThat(endpoint.getConfiguration().getApiKey()).isEqualTo("a+b&c%d=e");
        }
    }

    @Test
    void takesVariantsAndNamesOfComponents() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("second", new BackgroundCutComponent());
            BackgroundCutEndpoint endpoint = BUILDER.backgroundcut("second", "removeBackground")
                    .apiKey("key")
                    .variants("thumb.format", "webp")
                    .variants("full.quality", "low")
                    .resolve(context, BackgroundCutEndpoint.class);

            assertThat(endpoint.getEndpointUri()).startsWith("second://");
            assertThat(endpoint.getConfiguration().getVariants().keySet()).containsExactlyInAnyOrder("thumb", "full");
        }
    }

    @Test
    void hasEachOptionOfTheCatalog() {
        ComponentModel model = catalogEntry();
        List<String> methods = Stream.of(
                        BackgroundCutEndpointBuilderFactory.BackgroundCutEndpointBuilder.class,
                        BackgroundCutEndpointBuilderFactory.AdvancedBackgroundCutEndpointBuilder.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .map(Method::getName)
                .toList();

        assertThat(methods)
                .containsAll(model.getEndpointParameterOptions().stream()
                        .map(BaseOptionModel::getName)
                        .toList());
    }

    @Test
    void componentBuilderHasEachOptionOfTheCatalog() {
        ComponentModel model = catalogEntry();
        List<String> methods = Stream.of(
                        BackgroundcutComponentBuilderFactory.BackgroundcutComponentBuilder.class.getMethods())
                .map(Method::getName)
                .toList();

        assertThat(methods)
                .containsAll(model.getComponentOptions().stream()
                        .map(BaseOptionModel::getName)
                        .toList());
    }

    @Test
    void namesTheHeaders() {
        assertThat(BUILDER.backgroundcut().backgroundCutOutputFilePaths())
                .isEqualTo(BackgroundCutConstants.OUTPUT_FILE_PATHS);
    }

    private static ComponentModel catalogEntry() {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            return JsonMapper.generateComponentModel(context.getComponentParameterJsonSchema("backgroundcut"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
