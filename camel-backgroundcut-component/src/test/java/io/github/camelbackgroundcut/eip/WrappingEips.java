// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static io.github.camelbackgroundcut.eip.Eip.CUT;
import static io.github.camelbackgroundcut.eip.Eip.DIRECT_CUT;
import static io.github.camelbackgroundcut.eip.Eip.READ;
import static org.apache.camel.builder.Builder.exchangeProperty;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spi.Policy;

/** Wrappers of a route, a step or a call: templates, beans, interceptors, completions. */
final class WrappingEips {

    private static final String INTERCEPTED = CUT + "?uploadPath=intercepted";

    static final List<Eip> ALL = List.of(
            Eip.of(
                    "ProducerTemplate in a step",
                    route -> route.process(exchange -> exchange.getMessage()
                                    .setBody(exchange.getContext()
                                            .createProducerTemplate()
                                            .requestBody(
                                                    CUT, exchange.getMessage().getBody())))
                            .to(READ)),
            Eip.of(
                    "ProducerTemplate in a step, asynchronous",
                    route -> route.process(exchange -> exchange.getMessage()
                                    .setBody(exchange.getContext()
                                            .createProducerTemplate()
                                            .asyncRequestBody(
                                                    DIRECT_CUT,
                                                    exchange.getMessage().getBody())
                                            .get()))
                            .to(READ)),
            Eip.of(
                    "FluentProducerTemplate in a bean",
                    route -> route.bean(new Cutter()).to(READ)),
            Eip.of(
                    "FluentProducerTemplate in a bean, of a route",
                    route ->
                            route.transform().method(new Cutter(), "cutByRoute").to(READ)),
            Eip.of(
                    "bean behind",
                    route -> route.to(CUT).bean(new Reader(), "same").to(READ)),
            Eip.of("policy", route -> route.policy(new Passing()).to(CUT).to(READ)),
            Eip.ofRoutes("routeTemplate", (routes, uri) -> {
                routes.getContext().addRoutes(new Template());
                TemplatedRouteBuilder.builder(routes.getContext(), "cutter")
                        .parameter("uri", "direct:templated")
                        .add();
                routes.from(uri).to("direct:templated").to(READ);
            }),
            Eip.ofRoutes("kamelet", (routes, uri) -> {
                routes.routeTemplate("cut-kamelet").from("kamelet:source").to(CUT);
                routes.from(uri).to("kamelet:cut-kamelet").to(READ);
            }),
            Eip.ofRoutes("kamelet as a step", (routes, uri) -> {
                routes.routeTemplate("read-kamelet")
                        .from("kamelet:source")
                        .to(CUT)
                        .to("kamelet:sink");
                routes.from(uri).kamelet("read-kamelet").to(READ).end();
            }),
            Eip.ofRoutes(
                    "onCompletion behind",
                    (routes, uri) ->
                            routes.from(uri).onCompletion().to(READ).end().to(CUT)),
            Eip.ofRoutes(
                    "onCompletion behind, parallel",
                    (routes, uri) -> routes.from(uri)
                            .onCompletion()
                            .parallelProcessing()
                            .to(READ)
                            .end()
                            .to(CUT)),
            Eip.ofRoutes(
                    "onCompletion behind, before the consumer",
                    (routes, uri) -> routes.from(uri)
                            .onCompletion()
                            .modeBeforeConsumer()
                            .to(READ)
                            .end()
                            .to(CUT)),
            Eip.ofRoutes(
                            "onCompletion around the call",
                            (routes, uri) -> routes.from(uri)
                                    .onCompletion()
                                    .parallelProcessing()
                                    .to(CUT)
                                    .to(READ)
                                    .end()
                                    .to("mock:other"))
                    .withoutAnswer(),
            Eip.ofRoutes("intercept", (routes, uri) -> {
                routes.intercept()
                        .when(exchangeProperty("cut").isNull())
                        .setProperty("cut", routes.constant(true))
                        .to(CUT);
                routes.from(uri).to("mock:step").to(READ);
            }),
            Eip.ofRoutes("interceptFrom", (routes, uri) -> {
                routes.interceptFrom().to(CUT);
                routes.from(uri).to(READ);
            }),
            Eip.ofRoutes("interceptSendToEndpoint, before the call", (routes, uri) -> {
                routes.interceptSendToEndpoint(INTERCEPTED).to("mock:intercepted");
                routes.from(uri).to(INTERCEPTED).to(READ);
            }),
            Eip.ofRoutes("interceptSendToEndpoint, by the call", (routes, uri) -> {
                routes.interceptSendToEndpoint("direct:intercepted")
                        .skipSendToOriginalEndpoint()
                        .to(CUT);
                routes.from("direct:intercepted").to(Eip.FAIL);
                routes.from(uri).to("direct:intercepted").to(READ);
            }),
            Eip.ofRoutes("interceptSendToEndpoint, after the call", (routes, uri) -> {
                routes.interceptSendToEndpoint(CUT + "?uploadPath=followed")
                        .afterUri(READ)
                        .to("mock:before");
                routes.from(uri).to(CUT + "?uploadPath=followed");
            }));

    private WrappingEips() {}

    /** Calls by a template of the context. */
    public static final class Cutter {

        /** Directly. */
        @Handler
        public Object cut(Exchange exchange) {
            return cut(CUT, exchange);
        }

        /** By a route. */
        public Object cutByRoute(Exchange exchange) {
            return cut(DIRECT_CUT, exchange);
        }

        private static Object cut(String uri, Exchange exchange) {
            CamelContext context = exchange.getContext();
            return context.createFluentProducerTemplate()
                    .withBody(exchange.getMessage().getBody())
                    .to(uri)
                    .request();
        }
    }

    /** Takes a body as bytes, and gives it back as they are. */
    public static final class Reader {

        /** The same bytes. */
        public byte[] same(byte[] bytes) {
            return bytes;
        }
    }

    private static final class Template extends RouteBuilder {

        @Override
        public void configure() {
            routeTemplate("cutter").templateParameter("uri").from("{{uri}}").to(CUT);
        }
    }

    private static final class Passing implements Policy {

        @Override
        public void beforeWrap(Route route, NamedNode definition) {}

        @Override
        public Processor wrap(Route route, Processor processor) {
            return processor;
        }
    }
}
