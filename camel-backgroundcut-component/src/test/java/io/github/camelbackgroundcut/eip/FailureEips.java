// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static io.github.camelbackgroundcut.eip.Eip.CUT;
import static io.github.camelbackgroundcut.eip.Eip.CUT_AND_READ;
import static io.github.camelbackgroundcut.eip.Eip.FAIL;
import static io.github.camelbackgroundcut.eip.Eip.READ;
import static org.apache.camel.builder.Builder.header;

import io.github.camelbackgroundcut.eip.Eip.IntendedException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Patterns for what fails, before the call or behind it. */
final class FailureEips {

    static final List<Eip> ALL = List.of(
            Eip.of(
                    "doTry",
                    route -> route.doTry()
                            .to(CUT)
                            .doCatch(Exception.class)
                            .to(FAIL)
                            .end()
                            .to(READ)),
            Eip.of(
                    "doCatch",
                    route -> route.doTry()
                            .to(FAIL)
                            .doCatch(IntendedException.class)
                            .to(CUT)
                            .end()
                            .to(READ)),
            Eip.of(
                    "doFinally",
                    route -> route.doTry()
                            .to("mock:tried")
                            .doFinally()
                            .to(CUT)
                            .end()
                            .to(READ)),
            Eip.of(
                    "doTry, a step behind the call fails",
                    route -> route.doTry()
                            .to(CUT)
                            .to(FAIL)
                            .doCatch(IntendedException.class)
                            .to(READ)
                            .end()),
            Eip.of(
                    "onException, continued",
                    route -> route.onException(IntendedException.class)
                            .continued(true)
                            .end()
                            .to(CUT)
                            .process(FailureEips::fail)
                            .to(READ)),
            Eip.of(
                    "onException, handled",
                    route -> route.onException(IntendedException.class)
                            .handled(true)
                            .to(CUT)
                            .to(READ)
                            .end()
                            .process(FailureEips::fail)),
            Eip.of(
                    "onException, useOriginalMessage",
                    route -> route.onException(IntendedException.class)
                            .handled(true)
                            .useOriginalMessage()
                            .to(CUT + "?reuseOutputs=always")
                            .to(READ)
                            .end()
                            .to(CUT)
                            .process(FailureEips::fail)),
            Eip.ofRoutes("redelivery of a step behind", (routes, uri) -> {
                routes.errorHandler(
                        routes.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0));
                routes.from(uri).to(CUT).process(failOnce()).to(READ);
            }),
            // The call is made twice, and finds at the second time what was paid for.
            Eip.ofRoutes("redelivery of a route with the call", (routes, uri) -> {
                routes.errorHandler(
                        routes.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0));
                routes.from(uri).to("direct:cutAndFailOnce").to(READ);
                routes.from("direct:cutAndFailOnce")
                        .errorHandler(routes.noErrorHandler())
                        .to(CUT)
                        .process(failOnce());
            }),
            Eip.ofRoutes("dead letter channel", (routes, uri) -> {
                routes.errorHandler(routes.deadLetterChannel(CUT_AND_READ));
                routes.from(uri).process(FailureEips::fail);
            }),
            Eip.ofRoutes("dead letter channel behind", (routes, uri) -> {
                routes.errorHandler(routes.deadLetterChannel(READ));
                routes.from(uri).to(CUT).process(FailureEips::fail);
            }),
            Eip.of(
                    "circuitBreaker",
                    route -> route.circuitBreaker()
                            .to(CUT)
                            .onFallback()
                            .to(FAIL)
                            .end()
                            .to(READ)),
            Eip.of(
                    "circuitBreaker, with a timeout",
                    route -> route.circuitBreaker()
                            .resilience4jConfiguration()
                            .timeoutEnabled(true)
                            .timeoutDuration(60_000)
                            .end()
                            .to(CUT)
                            .onFallback()
                            .to(FAIL)
                            .end()
                            .to(READ)),
            Eip.of(
                    "circuitBreaker, fallback",
                    route -> route.circuitBreaker()
                            .process(FailureEips::fail)
                            .onFallback()
                            .to(CUT)
                            .end()
                            .to(READ)),
            Eip.of("saga", route -> route.saga().to(CUT).to(READ)),
            Eip.of(
                    "saga, compensated",
                    route -> route.saga()
                            .compensation("mock:compensated")
                            .option("id", header("seed"))
                            .to(CUT)
                            .to(READ)));

    private FailureEips() {}

    private static void fail(Exchange exchange) throws IntendedException {
        throw new IntendedException();
    }

    /** Fails once for each picture. */
    private static Processor failOnce() {
        Set<Integer> failed = ConcurrentHashMap.newKeySet();
        return exchange -> {
            if (failed.add(exchange.getMessage().getHeader("seed", Integer.class))) {
                throw new IntendedException();
            }
        };
    }
}
