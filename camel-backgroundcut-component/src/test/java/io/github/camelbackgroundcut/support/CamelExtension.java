// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A started Camel context for each test. */
public final class CamelExtension implements BeforeEachCallback, AfterEachCallback {

    private static final long SHUTDOWN_SECONDS = 5;

    private final Consumer<DefaultCamelContext> setUp;
    private DefaultCamelContext context;
    private ProducerTemplate template;

    public CamelExtension() {
        this(context -> {});
    }

    /**
     * @param setUp what to do to the context before it starts
     */
    public CamelExtension(Consumer<DefaultCamelContext> setUp) {
        this.setUp = setUp;
    }

    public DefaultCamelContext context() {
        return context;
    }

    public ProducerTemplate template() {
        return template;
    }

    /** An exchange with a body, without an endpoint. */
    public Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        context = new DefaultCamelContext();
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        setUp.accept(context);
        context.start();
        template = context.createProducerTemplate();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        context.stop();
    }
}
