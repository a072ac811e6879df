// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static io.github.camelbackgroundcut.eip.Eip.CUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.ServiceDialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.FailedToCreateConsumerException;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of Camel itself on the page, and their workarounds. */
class LimitsOfCamelIT {

    private static final int SEED = 1;
    private static final Part RESULT = new Part(SEED, "png");
    private static final int LENGTH = 6 << 20;
    private static final String FOUND = CUT + "?reuseOutputs=always";
    private static final AggregationStrategy LATEST = new UseLatestAggregationStrategy();

    private final SeededService service = new SeededService(LENGTH, ServiceDialect.PATHS);
    private final MemoryIdempotentRepository underWay = new MemoryIdempotentRepository();

    @RegisterExtension
    final CamelExtension camel = new CamelExtension(context -> {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setBaseUrl(service.baseUrl());
        context.addComponent("backgroundcut", component);
        context.getRegistry().bind("underWay", underWay);
    });

    @AfterEach
    void stop() {
        service.goOn();
        service.close();
    }

    @Test
    void aFileIsGoneWhenTheContextHasStoppedAndBytesAreNot() throws Exception {
        routes(routes -> routes.from("direct:in").to(CUT));
        Exchange answer = ask();
        ImageBody body = answer.getMessage().getBody(ImageBody.class);
        byte[] bytes = answer.getMessage().getBody(byte[].class);

        camel.context().stop();

        assertThatThrownBy(body::open).isInstanceOf(NoSuchFileException.class);
        assertWhole(bytes);
    }

    @Test
    void aBodyThatWasMadeAStreamIsReadOnceWithoutStreamCaching() throws Exception {
        Processor reader = exchange -> assertWhole(exchange.getMessage().getBody(byte[].class));
        routes(routes -> routes.from("direct:in")
                .noStreamCaching()
                .to(CUT)
                .convertBodyTo(InputStream.class)
                .process(reader)
                .process(reader));

        assertThat(ask().getException()).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void twoBranchesCannotReadOneStreamWithoutStreamCaching() throws Exception {
        routes(routes -> {
            routes.from("direct:in")
                    .noStreamCaching()
                    .multicast()
                    .stopOnException()
                    .to("mock:read", CUT);
            routes.from("direct:cached").multicast(LATEST).stopOnException().to("mock:read", CUT);
            routes.getContext()
                    .getEndpoint("mock:read", MockEndpoint.class)
                    .whenAnyExchangeReceived(exchange -> exchange.getMessage().getBody(byte[].class));
        });

        Object stream = new ByteArrayInputStream(SeededService.picture(SEED));
        assertThat(ask("direct:in", stream).getException()).hasRootCauseInstanceOf(InvalidImageException.class);
        Object other = new ByteArrayInputStream(SeededService.picture(SEED));
        assertWhole(ask("direct:cached", other).getMessage().getBody(byte[].class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seda", "multicast", "recipientList", "split"})
    void whoGivesUpWaitingDropsAResultThatIsPaidAndTheNextMessageFindsIt(String pattern) throws Exception {
        routes(routes -> {
            routes.from("direct:seda").to(ExchangePattern.InOut, "seda:cut?timeout=500");
            routes.from("direct:multicast")
                    .multicast(LATEST)
                    .parallelProcessing()
                    .timeout(500)
                    .to("direct:cut");
            routes.from("direct:recipientList")
                    .recipientList(routes.constant("direct:cut"))
                    .parallelProcessing()
                    .timeout(500);
            routes.from("direct:split")
                    .split(routes.body(), LATEST)
                    .parallelProcessing()
                    .timeout(500)
                    .to("direct:cut");
            routes.from("direct:cut").to(CUT);
            routes.from("seda:cut?pollTimeout=20").to(CUT);
            routes.from("direct:again").to(FOUND);
        });
        service.hold();

        Object picture = SeededService.picture(SEED);
        Exchange answer = ask("direct:" + pattern, pattern.equals("split") ? List.of(picture) : picture);

        assertThat(answer.getMessage().getBody()).isNotInstanceOf(ImageBody.class);
        service.goOn();
        await().until(() -> service.paid(SEED) == 1);
        assertWhole(
                ask("direct:again", SeededService.picture(SEED)).getMessage().getBody(byte[].class));
        assertThat(service.paid(SEED)).isOne();
    }

    @Test
    void pollEnrichCannotCallAndEnrichCan() throws Exception {
        routes(routes -> {
            routes.from("direct:in").pollEnrich(CUT, 100);
            routes.from("direct:enrich").enrich(CUT);
        });

        assertThat(ask().getException()).isInstanceOf(FailedToCreateConsumerException.class);
        assertWhole(
                ask("direct:enrich", SeededService.picture(SEED)).getMessage().getBody(byte[].class));
    }

    @Test
    void pollEnrichThatFindsNothingTakesTheResultAwayUnlessItsStrategyKeepsIt() throws Exception {
        routes(routes -> {
            routes.from("direct:in").to(CUT).pollEnrich("seda:nothing", 1);
            routes.from("direct:kept")
                    .to(FOUND)
                    .pollEnrich("seda:nothing", 1, (result, found) -> found == null ? result : found);
        });

        assertThat(ask().getMessage().getBody()).isNull();
        assertWhole(ask("direct:kept", SeededService.picture(SEED)).getMessage().getBody(byte[].class));
    }

    @Test
    void aListOfCutoutsCannotBeStoredAndEachAloneCan() throws Exception {
        routes(routes -> {
            routes.from("direct:in").to(CUT + "?variant.full.format=png&variant.small.format=jpeg");
            routes.from("direct:first").transform(routes.simple("${body[0]}"));
        });
        Exchange several = ask();

        assertThatThrownBy(() -> storedAndRead(several)).hasCauseInstanceOf(NotSerializableException.class);
        Exchange first = ask("direct:first", several.getMessage().getBody());
        Object stored = storedAndRead(first).getMessage().getBody();
        // Not the path of a file that goes.
        assertThat(stored).isInstanceOf(byte[].class);
        assertWhole((byte[]) stored);
    }

    @Test
    void workIsForgottenWithTheExchangeOfATemplateUnlessItSendsTheRoutesOwn() throws Exception {
        String call = CUT + "?idempotentRepository=#underWay";
        AtomicInteger remembered = new AtomicInteger();
        Processor look = exchange -> remembered.set(underWay.getCacheSize());
        ProducerTemplate template = camel.template();
        routes(routes -> {
            routes.from("direct:in")
                    .process(exchange -> exchange.getMessage()
                            .setBody(template.requestBody(
                                    call, exchange.getMessage().getBody())))
                    .process(look);
            routes.from("direct:own")
                    .process(exchange -> template.send(call, exchange))
                    .process(look);
        });

        ask();
        assertThat(remembered).hasValue(0);
        ask("direct:own", SeededService.picture(SEED));
        assertThat(remembered).hasValue(1);
    }

    @Test
    void anEndpointThatStartsWithAMessageRemembersFromTheNextOneOn() throws Exception {
        String call = CUT + "?idempotentRepository=#underWay";
        AtomicInteger remembered = new AtomicInteger();
        routes(routes -> routes.from("direct:in")
                .recipientList(routes.constant(call))
                .end()
                .process(exchange -> remembered.set(underWay.getCacheSize())));

        ask();
        assertThat(remembered).hasValue(0);
        ask("direct:in", SeededService.picture(SEED + 1));
        assertThat(remembered).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEagerIdempotentConsumerLetsARedeliveredMessagePassUncut(boolean eager) throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        routes(routes -> {
            routes.errorHandler(
                    routes.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0));
            routes.from("direct:in").to("direct:once");
            routes.from("direct:once")
                    .errorHandler(routes.noErrorHandler())
                    .idempotentConsumer(routes.header("seed"), MemoryIdempotentRepository.memoryIdempotentRepository())
                    .eager(eager)
                    .to(CUT)
                    .process(exchange -> {
                        if (failed.compareAndSet(false, true)) {
                            throw new IOException("once");
                        }
                    });
        });

        Exchange answer = ask();

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getBody() instanceof ImageBody).isEqualTo(!eager);
        assertThat(service.paid(SEED)).isOne();
    }

    @Test
    void aBodyAsTextIsAllOfItAndItsLengthIsTold() throws Exception {
        routes(routes -> {
            routes.from("direct:in").to(CUT).transform(routes.simple("got ${body}"));
            routes.from("direct:length").to(FOUND).transform(routes.simple("got ${body.length} bytes"));
        });

        assertThat(ask().getMessage().getBody(String.class).length()).isGreaterThan(LENGTH / 2);
        assertThat(ask("direct:length", SeededService.picture(SEED))
                        .getMessage()
                        .getBody(String.class))
                .isEqualTo("got " + LENGTH + " bytes");
    }

    private void routes(Consumer<RouteBuilder> routes) throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                routes.accept(this);
            }
        });
    }

    private Exchange ask() {
        return ask("direct:in", SeededService.picture(SEED));
    }

    private Exchange ask(String uri, Object body) {
        return camel.template().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader("seed", SEED);
        });
    }

    private void assertWhole(byte[] bytes) {
        assertThat(service.result(RESULT).equal(bytes)).isTrue();
    }

    private Exchange storedAndRead(Exchange exchange) {
        StoringRepository repository = new StoringRepository();
        repository.add(camel.context(), "key", exchange);
        return repository.get(camel.context(), "key");
    }
}
