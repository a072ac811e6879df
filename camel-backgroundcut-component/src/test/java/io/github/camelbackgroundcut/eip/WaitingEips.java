// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static io.github.camelbackgroundcut.eip.Eip.CUT;
import static io.github.camelbackgroundcut.eip.Eip.READ;
import static org.apache.camel.builder.Builder.body;
import static org.apache.camel.builder.Builder.constant;
import static org.apache.camel.builder.Builder.header;

import java.util.List;
import org.apache.camel.ExchangePattern;
import org.apache.camel.model.ClaimCheckOperation;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** Patterns that keep a message, or hand it to another thread. */
final class WaitingEips {

    static final List<Eip> ALL = List.of(
            Eip.of("threads", route -> route.threads(2).to(CUT).to(READ)),
            Eip.of("delay before", route -> route.delay(5).to(CUT).to(READ)),
            Eip.of(
                    "delay behind",
                    route -> route.to(CUT).delay(5).asyncDelayed().end().to(READ)),
            Eip.of("throttle", route -> route.throttle(100).to(CUT).to(READ)),
            Eip.of(
                    "throttle, concurrent",
                    route -> route.throttle(2).concurrentRequestsMode().to(CUT).to(READ)),
            Eip.of(
                    "idempotentConsumer",
                    route -> route.idempotentConsumer(
                                    header("seed"), MemoryIdempotentRepository.memoryIdempotentRepository())
                            .to(CUT)
                            .to(READ)),
            Eip.of(
                    "aggregate behind",
                    route -> route.to(CUT)
                            .aggregate(header("seed"), new UseLatestAggregationStrategy())
                            .completionTimeout(20)
                            .completionTimeoutCheckerInterval(10)
                            .to(READ)),
            Eip.of(
                    "aggregate behind, parallel",
                    route -> route.to(CUT)
                            .aggregate(header("seed"), new UseLatestAggregationStrategy())
                            .completionSize(1)
                            .parallelProcessing()
                            .to(READ)),
            Eip.of(
                    "aggregate behind, into a list",
                    route -> route.to(CUT)
                            .aggregate(header("seed"), new GroupedBodyAggregationStrategy())
                            .completionTimeout(20)
                            .completionTimeoutCheckerInterval(10)
                            .split(body())
                            .to(READ)),
            Eip.of("aggregate behind, stored", route -> stored(route.to(CUT))),
            Eip.of(
                    "aggregate behind, stored cutout",
                    route -> stored(route.to(CUT + "?variant.one.format=png&variant.two.format=jpeg")
                            .setBody()
                            .simple("${body[0]}"))),
            Eip.of(
                    "resequence, batch",
                    route -> route.to(CUT)
                            .resequence(header("seed"))
                            .batch()
                            .timeout(20)
                            .to(READ)),
            Eip.of(
                    "resequence, stream",
                    route -> route.to(CUT).resequence(header("seed")).stream()
                            .timeout(20)
                            .deliveryAttemptInterval(10)
                            .to(READ)),
            Eip.of(
                    "claimCheck, push and pop",
                    route -> route.to(CUT)
                            .claimCheck(ClaimCheckOperation.Push)
                            .setBody(constant("meanwhile"))
                            .claimCheck(ClaimCheckOperation.Pop)
                            .to(READ)),
            Eip.of(
                    "claimCheck, set and get",
                    route -> route.to(CUT)
                            .claimCheck(ClaimCheckOperation.Set, "cutout")
                            .setBody(constant("meanwhile"))
                            .claimCheck(ClaimCheckOperation.GetAndRemove, "cutout")
                            .to(READ)),
            Eip.ofRoutes(
                    "pollEnrich behind",
                    (routes, uri) -> routes.from(uri)
                            .to(CUT)
                            .toD("seda:parked-${header.seed}?waitForTaskToComplete=Never")
                            .setBody(constant("meanwhile"))
                            .pollEnrich()
                            .simple("seda:parked-${header.seed}")
                            .timeout(60_000)
                            .to(READ)),
            Eip.of("seda", route -> route.to(CUT).to("seda:next?waitForTaskToComplete=Never")),
            Eip.of(
                    "seda, InOut",
                    route -> route.to(ExchangePattern.InOut, "seda:cut?timeout=60000")
                            .to(READ)));

    private WaitingEips() {}

    private static void stored(ProcessorDefinition<?> route) {
        route.aggregate(header("seed"), new UseLatestAggregationStrategy())
                .aggregationRepository(new StoringRepository())
                .completionTimeout(20)
                .completionTimeoutCheckerInterval(10)
                .to(READ);
    }
}
