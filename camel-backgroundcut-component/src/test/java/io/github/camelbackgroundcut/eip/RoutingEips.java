// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static io.github.camelbackgroundcut.eip.Eip.CUT;
import static io.github.camelbackgroundcut.eip.Eip.CUT_AND_READ;
import static io.github.camelbackgroundcut.eip.Eip.FAIL;
import static io.github.camelbackgroundcut.eip.Eip.READ;
import static org.apache.camel.builder.Builder.bodyAs;
import static org.apache.camel.builder.Builder.constant;
import static org.apache.camel.builder.Builder.header;
import static org.apache.camel.builder.Builder.method;
import static org.apache.camel.builder.Builder.variable;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.model.ValidateDefinition;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;

/** Patterns that choose where a message goes. */
final class RoutingEips {

    static final List<Eip> ALL = List.of(
            Eip.of("to", route -> route.to(CUT).to(READ)),
            Eip.of(
                    "toD",
                    route -> route.toD(CUT + "?uploadPath=shop-${header.seed}").to(READ)),
            Eip.of(
                    "toV, into a variable",
                    route -> route.toV(CUT, null, "cutout")
                            .setBody(variable("cutout"))
                            .to(READ)),
            Eip.of(
                    "recipientList",
                    route -> route.recipientList(constant(CUT)).end().to(READ)),
            Eip.of(
                    "recipientList, shareUnitOfWork",
                    route -> route.recipientList(constant(CUT))
                            .shareUnitOfWork()
                            .end()
                            .to(READ)),
            Eip.of(
                    "recipientList, parallel",
                    route -> route.recipientList(constant(CUT))
                            .parallelProcessing()
                            .aggregationStrategy(new UseLatestAggregationStrategy())
                            .end()
                            .to(READ)),
            Eip.of("routingSlip", route -> route.routingSlip(constant(CUT)).to(READ)),
            Eip.of(
                    "dynamicRouter",
                    route -> route.dynamicRouter(method(OnceRouter.class)).to(READ)),
            Eip.of(
                    "choice",
                    route -> route.choice()
                            .when(header("seed").isNotNull())
                            .to(CUT)
                            .otherwise()
                            .to(FAIL)
                            .end()
                            .to(READ)),
            Eip.of(
                    "choice behind, by the body",
                    route -> route.to(CUT)
                            .choice()
                            .when(bodyAs(byte[].class).isNotNull())
                            .to(READ)),
            Eip.of(
                    "filter",
                    route -> route.filter(header("seed").isNotNull())
                            .to(CUT)
                            .end()
                            .to(READ)),
            Eip.of("validate behind, by the body", route -> {
                route.to(CUT);
                // The method of that name has another type in Camel 4.14.
                route.addOutput(new ValidateDefinition(bodyAs(byte[].class).isNotNull()));
                route.to(READ);
            }),
            Eip.of("step", route -> route.step("cut").to(CUT).end().to(READ)),
            Eip.of(
                    "pipeline",
                    route -> route.pipeline().to(CUT).to("mock:end").end().to(READ)),
            Eip.of("loop", route -> route.loop(1).to(CUT).end().to(READ)),
            // The second time it is found.
            Eip.of(
                    "loop, copy",
                    route -> route.loop(2)
                            .copy()
                            .to(CUT + "?reuseOutputs=always")
                            .end()
                            .to(READ)),
            Eip.of(
                    "loadBalance, roundRobin",
                    route -> route.loadBalance().roundRobin().to(CUT).end().to(READ)),
            Eip.of(
                    "loadBalance, random",
                    route -> route.loadBalance().random().to(CUT).end().to(READ)),
            Eip.of(
                    "loadBalance, sticky",
                    route -> route.loadBalance()
                            .sticky(header("seed"))
                            .to(CUT)
                            .end()
                            .to(READ)),
            // It sends copies.
            Eip.of(
                            "loadBalance, topic",
                            route -> route.loadBalance()
                                    .topic()
                                    .to(CUT_AND_READ, "mock:other")
                                    .end())
                    .withoutAnswer(),
            Eip.of(
                    "loadBalance, failover",
                    route -> route.loadBalance().failover().to(CUT).end().to(READ)),
            Eip.of(
                    "loadBalance, failover to the second",
                    route -> route.loadBalance().failover().to(FAIL, CUT).end().to(READ)));

    private RoutingEips() {}

    /** Goes to one place, and ends. */
    public static final class OnceRouter {

        private OnceRouter() {}

        /** Where to, for the first time that it is asked. */
        public static String next(@Header(Exchange.SLIP_ENDPOINT) String previous) {
            return previous == null ? CUT : null;
        }
    }
}
