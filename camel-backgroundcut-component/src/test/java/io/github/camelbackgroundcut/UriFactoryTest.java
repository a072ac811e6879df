// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The URIs that Camel builds from a step's parameters, on each Camel that the jar serves. */
class UriFactoryTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private EndpointUriFactory factory;

    @BeforeEach
    void find() {
        factory = context.getCamelContextExtension().getEndpointUriFactory("backgroundcut");
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void keepsFieldsOfVariants() throws Exception {
        assertThat(factory.buildUri(
                        "backgroundcut", Map.of("operation", "removeBackground", "variant.thumb.format", "webp")))
                .isEqualTo("backgroundcut:removeBackground?variant.thumb.format=webp");
    }

    @Test
    void keepsASecretAsItIs() throws Exception {
        String uri = factory.buildUri("backgroundcut", Map.of("operation", "usage", "apiKey", "a+b%c&d"));

        assertThat(context.getEndpoint(uri, BackgroundCutEndpoint.class)
                        .getConfiguration()
                        .getApiKey())
                .isEqualTo("a+b%c&d");
    }

    @Test
    void knowsTheSecrets() {
        assertThat(factory.secretPropertyNames()).contains("apiKey", "accessToken");
    }

    /** Camel 4.14 calls the one, 4.18 the other; which of them the compiler sees depends on the Camel at hand. */
    @Test
    void namesThePrefixOfVariantsToOldAndNewCamel() {
        assertThat(prefixes(Set.class)).isEqualTo(Set.of("variant."));
        assertThat(prefixes(Map.class)).isEqualTo(Map.of("variants", "variant."));
    }

    private Object prefixes(Class<?> type) {
        return Arrays.stream(factory.getClass().getMethods())
                .filter(method -> method.getName().equals("multiValuePrefixes") && method.getReturnType() == type)
                .map(method -> {
                    try {
                        return method.invoke(factory);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no multiValuePrefixes() that returns a " + type));
    }
}
