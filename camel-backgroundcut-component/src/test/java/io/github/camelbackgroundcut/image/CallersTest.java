// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.CamelExtension;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.DefaultUnitOfWork;
import org.apache.camel.spi.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {

    /** Asked often, it stops soon. */
    private static final String IN = "seda:in?pollTimeout=10";

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private Exchange exchange;

    @BeforeEach
    void makeAnExchangeOfAConsumer() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(IN).routeId("route").log("any");
            }
        });
        exchange = camel.exchange(null);
        exchange.getExchangeExtension().setFromEndpoint(camel.context().getEndpoint(IN));
        exchange.getExchangeExtension().setFromRouteId("route");
    }

    @Test
    void nobodyReadsAMessageThatExpectsNoReply() {
        assertThat(Callers.keepTheBodyOf(exchange)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:in", "direct://in"})
    void aCallerInTheSameJvmDoes(String endpoint) {
        exchange.getExchangeExtension().setFromEndpoint(camel.context().getEndpoint(endpoint));

        assertThat(Callers.keepTheBodyOf(exchange)).isTrue();
    }

    @Test
    void whoMadeItWithoutAConsumerDoes() {
        exchange.getExchangeExtension().setFromRouteId(null);

        assertThat(Callers.keepTheBodyOf(exchange)).isTrue();
    }

    @Test
    void nobodyReadsWhatFailed() {
        exchange.getExchangeExtension().setFromRouteId(null);
        exchange.setException(new IllegalStateException("no"));

        assertThat(Callers.keepTheBodyOf(exchange)).isFalse();
    }

    @Test
    void aConsumerReadsAReplyIfItsRouteEndsTheUnitOfWork() {
        unitOfWork().pushRoute(camel.context().getRoute("route"));

        assertThat(Callers.keepTheBodyOf(exchange)).isTrue();
    }

    @Test
    void aConsumerHasSentAReplyIfItEndsTheUnitOfWorkItself() {
        UnitOfWork work = unitOfWork();
        Route route = camel.context().getRoute("route");
        work.pushRoute(route);
        work.popRoute();

        assertThat(Callers.keepTheBodyOf(exchange)).isFalse();
    }

    private UnitOfWork unitOfWork() {
        exchange.setPattern(ExchangePattern.InOut);
        UnitOfWork work = new DefaultUnitOfWork(exchange);
        exchange.getExchangeExtension().setUnitOfWork(work);
        return work;
    }
}
