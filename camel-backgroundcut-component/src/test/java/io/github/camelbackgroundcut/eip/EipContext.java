// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.event.ExchangeFailedEvent;
import org.apache.camel.saga.InMemorySagaService;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.EventNotifierSupport;

/** A Camel context with the routes of patterns, and those that all of them use. */
final class EipContext implements AutoCloseable {

    static final String ONE_WAY = "seda:in";
    /** A queue of results for the late reader. */
    static final String LATE = "seda:late";

    /** Not a second, for which a consumer would keep the context from stopping. */
    private static final String POLL = "pollTimeout=20";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Readings readings;

    EipContext(SeededService service, Readings readings, boolean streamCaching, List<Eip> eips) throws Exception {
        this(service, readings, streamCaching, eips, null);
    }

    /**
     * @param underWay remembers process calls; null for none
     */
    EipContext(
            SeededService service,
            Readings readings,
            boolean streamCaching,
            List<Eip> eips,
            IdempotentRepository underWay)
            throws Exception {
        this.readings = readings;
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(1);
        context.setStreamCaching(streamCaching);
        context.addService(new InMemorySagaService());
        context.getManagementStrategy().addEventNotifier(new FailureNotifier());
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setBaseUrl(service.baseUrl());
        component.getConfiguration().setIdempotentRepository(underWay);
        context.addComponent("backgroundcut", component);
        context.addRoutes(new CommonRoutes());
        for (Eip eip : eips) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() throws Exception {
                    eip.routes().addTo(this, eip.uri());
                }
            });
        }
        context.start();
    }

    CamelContext camel() {
        return context;
    }

    boolean isIdle() {
        return context.getInflightRepository().size() == 0;
    }

    @Override
    public void close() {
        context.stop();
    }

    private final class CommonRoutes extends RouteBuilder {

        @Override
        public void configure() {
            from(ONE_WAY + "?concurrentConsumers=20&" + POLL).toD("${header.eip}");
            from(Eip.DIRECT_CUT).to(Eip.CUT);
            from(Eip.CUT_AND_READ).to(Eip.CUT).to(Eip.READ);
            from(Eip.READ)
                    .process(exchange -> readings.readStream(exchange, ResultsInEipsIT.AT_ONCE))
                    .to(LATE + "?waitForTaskToComplete=Never");
            from(Eip.READ_TOO).process(readings::check);
            from(Eip.OTHER).setBody(constant("other"));
            from(Eip.FAIL).errorHandler(noErrorHandler()).process(exchange -> {
                throw new Eip.IntendedException();
            });
            from("seda:cut?" + POLL).to(Eip.CUT);
            from("seda:next?" + POLL).to(Eip.READ);
            from("seda:splitNext?" + POLL).split(body()).to(Eip.READ);
        }
    }

    /** Reports the failure of a message without a waiting caller. */
    private final class FailureNotifier extends EventNotifierSupport {

        @Override
        public void notify(CamelEvent event) {
            Exchange exchange = ((ExchangeFailedEvent) event).getExchange();
            if (!(exchange.getException() instanceof Eip.IntendedException)) {
                readings.failed(exchange);
            }
        }

        @Override
        public boolean isEnabled(CamelEvent event) {
            return event instanceof ExchangeFailedEvent;
        }
    }
}
