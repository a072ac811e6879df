// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static io.github.camelbackgroundcut.eip.Eip.CUT;
import static io.github.camelbackgroundcut.eip.Eip.CUT_AND_READ;
import static io.github.camelbackgroundcut.eip.Eip.DIRECT_CUT;
import static io.github.camelbackgroundcut.eip.Eip.OTHER;
import static io.github.camelbackgroundcut.eip.Eip.READ;
import static io.github.camelbackgroundcut.eip.Eip.READ_TOO;
import static org.apache.camel.builder.Builder.body;
import static org.apache.camel.builder.Builder.constant;

import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.processor.aggregate.GroupedExchangeAggregationStrategy;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.support.ExpressionAdapter;

/** Patterns that call on copies of a message, or hand copies of the result on. */
final class CopyingEips {

    private static final String FOUND = "?reuseOutputs=always";
    private static final String VARIANTS = "?variant.full.format=png&variant.small.format=jpeg";

    private static final AggregationStrategy LATEST = new UseLatestAggregationStrategy();
    private static final AggregationStrategy CUTOUT_ONLY =
            (first, next) -> first == null || first.getMessage().getBody().equals("other") ? next : first;

    static final List<Eip> ALL = List.of(
            Eip.of("multicast", route -> route.multicast(LATEST).to(CUT).end().to(READ)),
            Eip.of(
                    "multicast, shareUnitOfWork",
                    route -> route.multicast(LATEST)
                            .shareUnitOfWork()
                            .to(CUT)
                            .end()
                            .to(READ)),
            Eip.of(
                    "multicast, parallel",
                    route -> route.multicast(CUTOUT_ONLY)
                            .parallelProcessing()
                            .to(OTHER, CUT)
                            .end()
                            .to(READ)),
            // One pays; the others wait for its result, or find it if they come late.
            Eip.of(
                    "multicast, parallel, of the same work",
                    route -> route.multicast(LATEST)
                            .parallelProcessing()
                            .to(CUT + FOUND, CUT + FOUND, CUT + FOUND)
                            .end()
                            .to(READ)),
            Eip.of(
                    "multicast, parallel, of readers",
                    route -> route.to(CUT).multicast().parallelProcessing().to(READ, READ_TOO)),
            Eip.of("split", route -> route.split(list(), LATEST).to(CUT).end().to(READ)),
            Eip.of(
                    "split, shareUnitOfWork",
                    route -> route.split(list(), LATEST)
                            .shareUnitOfWork()
                            .to(CUT)
                            .end()
                            .to(READ)),
            Eip.of(
                            "split, parallel",
                            route -> route.split(twoPictures())
                                    .parallelProcessing()
                                    .process(CopyingEips::nameSeed)
                                    .to(CUT)
                                    .to(READ)
                                    .end())
                    .forTwoPictures()
                    .withoutAnswer(),
            Eip.of(
                            "split, streaming",
                            route -> route.split(twoPictures())
                                    .streaming()
                                    .process(CopyingEips::nameSeed)
                                    .to(CUT)
                                    .to(READ)
                                    .end())
                    .forTwoPictures()
                    .withoutAnswer(),
            Eip.of(
                            "split and seda",
                            route -> route.split(twoPictures())
                                    .process(CopyingEips::nameSeed)
                                    .to(CUT)
                                    .to("seda:next?waitForTaskToComplete=Never")
                                    .end())
                    .forTwoPictures()
                    .withoutAnswer(),
            Eip.of(
                            "split, parallel, aggregated into a list",
                            route -> route.split(twoPictures(), new GroupedExchangeAggregationStrategy())
                                    .parallelProcessing()
                                    .process(CopyingEips::nameSeed)
                                    .to(CUT)
                                    .end()
                                    .split(body())
                                    .process(CopyingEips::takeOut)
                                    .to(READ)
                                    .end())
                    .forTwoPictures()
                    .withoutAnswer(),
            Eip.of(
                    "scatter-gather",
                    route -> route.recipientList(constant(DIRECT_CUT + "," + OTHER))
                            .parallelProcessing()
                            .aggregationStrategy(CUTOUT_ONLY)
                            .end()
                            .to(READ)),
            Eip.of("wireTap of the result", route -> route.to(CUT).wireTap(READ)),
            Eip.of(
                            "wireTap around the call",
                            route -> route.wireTap(CUT_AND_READ).setBody(constant("gone on")))
                    .withoutAnswer(),
            Eip.of("enrich", route -> route.enrich(CUT, LATEST).to(READ)),
            Eip.of(
                    "enrich, by a route",
                    route -> route.enrich(DIRECT_CUT, LATEST).to(READ)),
            Eip.of(
                    "enrich, aggregated into the old message",
                    route -> route.enrich(DIRECT_CUT, (old, cutout) -> {
                                old.getMessage().setBody(cutout.getMessage().getBody());
                                return old;
                            })
                            .to(READ)),
            Eip.of(
                    "enrich, shareUnitOfWork",
                    route -> route.enrich(DIRECT_CUT, LATEST, false, true).to(READ)),
            Eip.of(
                            "several variants, split",
                            route -> variants(route).split(body()).to(READ))
                    .forTwoVariants(),
            Eip.of(
                            "several variants, split, parallel",
                            route -> variants(route)
                                    .split(body())
                                    .parallelProcessing()
                                    .to(READ))
                    .forTwoVariants(),
            Eip.of(
                            "several variants, split and seda",
                            route -> variants(route).split(body()).to("seda:next?waitForTaskToComplete=Never"))
                    .forTwoVariants(),
            Eip.of(
                            "several variants, seda and split",
                            route -> variants(route).to("seda:splitNext?waitForTaskToComplete=Never"))
                    .forTwoVariants(),
            Eip.of(
                            "several variants, wireTap of each",
                            route -> variants(route).split(body()).wireTap(READ))
                    .forTwoVariants(),
            Eip.of(
                            "several variants, in a multicast",
                            route -> route.multicast(LATEST)
                                    .to(CUT + VARIANTS)
                                    .end()
                                    .split(body())
                                    .to(READ))
                    .forTwoVariants());

    private CopyingEips() {}

    private static RouteDefinition variants(RouteDefinition route) {
        return route.to(CUT + VARIANTS);
    }

    /** A list of the one picture, which itself would be split into its bytes. */
    private static Expression list() {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return List.of(exchange.getMessage().getBody(byte[].class));
            }
        };
    }

    /** The picture, and another one. */
    private static Expression twoPictures() {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                int seed = exchange.getMessage().getHeader("seed", Integer.class);
                return List.of(SeededService.picture(seed), SeededService.picture(-seed));
            }
        };
    }

    private static void nameSeed(Exchange exchange) {
        exchange.getMessage()
                .setHeader("seed", SeededService.seedOf(exchange.getMessage().getBody(byte[].class)));
    }

    /** Of an exchange that was grouped. */
    private static void takeOut(Exchange exchange) {
        Message grouped = exchange.getMessage().getBody(Exchange.class).getMessage();
        exchange.getMessage().setBody(grouped.getBody());
        exchange.getMessage().setHeader("seed", grouped.getHeader("seed"));
    }
}
