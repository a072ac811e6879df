// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static org.apache.camel.builder.Builder.body;
import static org.apache.camel.builder.Builder.constant;
import static org.apache.camel.builder.Builder.header;
import static org.apache.camel.builder.Builder.method;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Header;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ValueBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ClaimCheckOperation;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code removeBackground} inside the EIPs that can hold it: each result is whole, for a reader at once and for one that comes
 * late, is its own picture's, and is paid for once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsInEipsIT {

    private static final String CUT = "backgroundcut:removeBackground";
    private static final int PICTURES = 2;

    private static final List<Integer> LENGTHS = List.of(200_000, 6 << 20, 20 << 20);

    private final Map<Integer, SeededService> services = new TreeMap<>();
    private final Map<Boolean, Map<Integer, DefaultCamelContext>> contexts = new HashMap<>();
    private final AtomicInteger seeds = new AtomicInteger();
    /** Of the pictures of one test. */
    private final ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();

    @BeforeAll
    void start() throws Exception {
        for (int length : LENGTHS) {
            SeededService service = new SeededService(length);
            services.put(length, service);
            for (boolean streamCaching : List.of(true, false)) {
                contexts.computeIfAbsent(streamCaching, unused -> new HashMap<>())
                        .put(length, context(service, streamCaching));
            }
        }
    }

    @AfterAll
    void stop() {
        contexts.values().forEach(each -> each.values().forEach(DefaultCamelContext::stop));
        services.values().forEach(SeededService::close);
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Eip.values())
                .flatMap(eip -> LENGTHS.stream()
                        .flatMap(length -> Stream.of(true, false)
                                .flatMap(streamCaching -> Stream.of("seda", "direct")
                                        .map(consumer -> Arguments.of(eip, length, streamCaching, consumer)))));
    }

    /** From a one-way consumer ({@code seda}), and from one whose caller waits for the reply ({@code direct}). */
    @ParameterizedTest(name = "{0}, {1} bytes, stream caching {2}, from {3}")
    @MethodSource("cases")
    void resultsAreWholeForEachReaderAndPaidOnce(Eip eip, int length, boolean streamCaching, String consumer) {
        SeededService service = services.get(length);
        int paidBefore = service.paid();
        found.clear();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            int seed = seeds.incrementAndGet();
            expected.addAll(List.of(seed + " at once, whole", seed + " late, whole"));
            contexts.get(streamCaching).get(length).createProducerTemplate().send(consumer + ":" + eip, exchange -> {
                exchange.getMessage().setBody(List.of(SeededService.picture(seed)));
                exchange.getMessage().setHeader("seed", seed);
            });
        }

        await().until(() -> found.size() >= expected.size());
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(service.paid() - paidBefore).isEqualTo(PICTURES);
    }

    private DefaultCamelContext context(SeededService service, boolean streamCaching) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(1);
        context.setStreamCaching(streamCaching);
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setBaseUrl(service.baseUrl());
        context.addComponent("backgroundcut", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .process(exchange -> found.add(
                                String.valueOf(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))));
                from("direct:cut").to(CUT);
                from("seda:cut").to(CUT);
                from("seda:next").to("direct:read");
                from("direct:read")
                        .process(exchange -> read(exchange, service, "at once"))
                        .to("seda:late?waitForTaskToComplete=Never");
                from("seda:late").delay(20).process(exchange -> read(exchange, service, "late"));
                for (Eip eip : Eip.values()) {
                    from("seda:" + eip).to("direct:" + eip);
                    eip.route.apply(from("direct:" + eip).transform(simple("${body[0]}")));
                }
            }
        });
        context.start();
        return context;
    }

    private void read(Exchange exchange, SeededService service, String when) {
        int seed = exchange.getMessage().getHeader("seed", Integer.class);
        byte[] expected = service.result(seed);
        // Twice: one reader takes nothing from the next.
        boolean whole = Arrays.equals(exchange.getMessage().getBody(byte[].class), expected)
                && Arrays.equals(exchange.getMessage().getBody(byte[].class), expected);
        found.add(seed + " " + when + (whole ? ", whole" : ", not its own bytes"));
    }

    /** The part of a route from the picture to {@code direct:read}. */
    private interface Eips {
        void apply(RouteDefinition route);
    }

    /** A list of the one picture, which itself would be split into its bytes. */
    private static ValueBuilder list() {
        return new ValueBuilder(new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return List.of(exchange.getMessage().getBody());
            }
        });
    }

    private enum Eip {
        TO(route -> route.to(CUT).to("direct:read")),
        TO_D(route -> route.toD(CUT + "?uploadPath=shop-${header.seed}").to("direct:read")),
        RECIPIENT_LIST(route -> route.recipientList(constant(CUT)).end().to("direct:read")),
        RECIPIENT_LIST_SHARED(route ->
                route.recipientList(constant(CUT)).shareUnitOfWork().end().to("direct:read")),
        ROUTING_SLIP(route -> route.routingSlip(constant(CUT)).to("direct:read")),
        DYNAMIC_ROUTER(route -> route.dynamicRouter(method(OnceRouter.class)).to("direct:read")),
        MULTICAST(route -> route.multicast(new UseLatestAggregationStrategy())
                .to(CUT)
                .end()
                .to("direct:read")),
        MULTICAST_OF_READERS(
                route -> route.to(CUT).multicast().parallelProcessing().to("direct:read", "mock:other")),
        SPLIT(route -> route.split(list(), new UseLatestAggregationStrategy())
                .to(CUT)
                .end()
                .to("direct:read")),
        SPLIT_AND_SEDA(route -> route.split(list())
                .to(CUT)
                .to("seda:next?waitForTaskToComplete=Never")
                .end()),
        WIRE_TAP(route -> route.to(CUT).wireTap("direct:read")),
        ENRICH(route ->
                route.enrich("direct:cut", new UseLatestAggregationStrategy()).to("direct:read")),
        POLL_ENRICH_BEHIND(route -> route.to(CUT)
                .to("seda:parked?waitForTaskToComplete=Never")
                .pollEnrich("seda:parked", 60_000)
                .to("direct:read")),
        LOOP(route -> route.loop(1).to(CUT).end().to("direct:read")),
        LOAD_BALANCE(route -> route.loadBalance().roundRobin().to(CUT).end().to("direct:read")),
        FAILOVER(route -> route.loadBalance().failover().to(CUT).end().to("direct:read")),
        DO_TRY(route -> route.doTry()
                .to(CUT)
                .doCatch(Exception.class)
                .to("mock:failed")
                .end()
                .to("direct:read")),
        THREADS(route -> route.threads(2).to(CUT).to("direct:read")),
        DELAY(route -> route.to(CUT).delay(5).asyncDelayed().to("direct:read")),
        THROTTLE(route -> route.throttle(100).to(CUT).to("direct:read")),
        IDEMPOTENT_CONSUMER(route -> route.idempotentConsumer(
                        header("seed"), MemoryIdempotentRepository.memoryIdempotentRepository())
                .to(CUT)
                .to("direct:read")),
        AGGREGATE_BEHIND(route -> route.to(CUT)
                .aggregate(header("seed"), new UseLatestAggregationStrategy())
                .completionTimeout(30)
                .to("direct:read")),
        GROUPED_BEHIND(route -> route.to(CUT)
                .aggregate(header("seed"), new GroupedBodyAggregationStrategy())
                .completionTimeout(30)
                .split(body())
                .to("direct:read")),
        RESEQUENCE(route ->
                route.to(CUT).resequence(header("seed")).batch().timeout(30).to("direct:read")),
        CLAIM_CHECK(route -> route.to(CUT)
                .claimCheck(ClaimCheckOperation.Push)
                .setBody()
                .constant("meanwhile")
                .claimCheck(ClaimCheckOperation.Pop)
                .to("direct:read")),
        TEMPLATE_IN_A_STEP(route -> route.process(exchange -> {
                    Object cut = exchange.getContext()
                            .createProducerTemplate()
                            .requestBody(CUT, exchange.getMessage().getBody());
                    exchange.getMessage().setBody(cut);
                })
                .to("direct:read")),
        SEDA_IN_OUT(route ->
                route.to(ExchangePattern.InOut, "seda:cut?timeout=60000").to("direct:read"));

        private final Eips route;

        Eip(Eips route) {
            this.route = route;
        }
    }

    /** Goes to one place, and ends. */
    public static final class OnceRouter {

        private OnceRouter() {}

        /** Where to, for the first time that it is asked. */
        public static String next(@Header(Exchange.SLIP_ENDPOINT) String previous) {
            return previous == null ? CUT : null;
        }
    }
}
