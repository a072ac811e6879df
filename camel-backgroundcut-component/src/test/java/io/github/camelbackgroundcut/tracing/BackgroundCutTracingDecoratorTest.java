// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.tracing.SpanAdapter;
import org.apache.camel.tracing.SpanDecorator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spans of camel-tracing, which camel-opentelemetry makes. */
class BackgroundCutTracingDecoratorTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final Map<String, String> tags = new HashMap<>();
    private final SpanAdapter span = (SpanAdapter) Proxy.newProxyInstance(
            SpanAdapter.class.getClassLoader(), new Class<?>[] {SpanAdapter.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("setTag")) {
                    tags.put(arguments[0].toString(), String.valueOf(arguments[1]));
                }
                return null;
            });
    private final SpanDecorator decorator = ServiceLoader.load(SpanDecorator.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.getComponent().equals("backgroundcut"))
            .findFirst()
            .orElseThrow();
    private Endpoint endpoint;
    private Exchange exchange;

    @BeforeEach
    void resolve() {
        endpoint = camel.context().getEndpoint("backgroundcut:process?apiKey=span-SECRET");
        exchange = camel.exchange("shop/mug.jpg");
    }

    @Test
    void namesASpanAfterTheOperation() {
        assertThat(decorator.getOperationName(exchange, endpoint)).isEqualTo("backgroundcut process");
        assertThat(decorator.getComponentClassName())
                .isEqualTo(endpoint.getComponent().getClass().getName());
    }

    @Test
    void tagsASpanWithTheOperationAndNoSecret() {
        decorator.pre(span, exchange, endpoint);

        assertThat(tags).containsEntry("backgroundcut.operation", "process");
        assertThat(tags.toString()).doesNotContain("SECRET");
    }

    @Test
    void tagsASpanWithTheStatusOfTheLastAnswer() {
        decorator.post(span, exchange, endpoint);
        assertThat(tags).doesNotContainKey("http.status_code");

        exchange.getMessage().setHeader(BackgroundCutConstants.STATUS_CODE, 402);
        decorator.post(span, exchange, endpoint);

        assertThat(tags).containsEntry("http.status_code", "402");
    }
}
