// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a queue whose consumer has opened a transaction, in a real broker. */
@DisabledForJreRange(min = JRE.JAVA_24, disabledReason = "The embedded Artemis 2.43 accepts no connection there")
class TransactionsIT extends FaultyService {

    private static final String CUT = "backgroundcut:removeBackground";
    private static final int FAILURES = 2;

    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();

    private final AtomicInteger deliveries = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private ConnectionFactory connections;

    @BeforeAll
    static void startBroker() throws Exception {
        BROKER.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJournalDirectory("target/artemis")
                .addAcceptorConfiguration("in-vm", "vm://0"));
        BROKER.start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        BROKER.stop();
    }

    @Override
    protected void configure(DefaultCamelContext context) {
        connections = new ActiveMQConnectionFactory("vm://0");
        context.addComponent("jms", JmsComponent.jmsComponent(connections));
    }

    @AfterEach
    void closeConnections() throws Exception {
        camel.context().stop();
        ((ActiveMQConnectionFactory) connections).close();
    }

    @Test
    void aRedeliveredMessageIsPaidForOnce() throws Exception {
        route("jms:queue:redelivered?transacted=true", "mock:done");

        camel.template().sendBody("jms:queue:redelivered", JPEG);

        await().until(() -> deliveries.get() > FAILURES);
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    /** A failed delivery takes its messages back. */
    @Test
    void whatTheRouteSendsIsPartOfTheConsumersTransaction() throws Exception {
        route("jms:queue:in?transacted=true", "jms:queue:out");

        camel.template().sendBody("jms:queue:in", JPEG);

        await().until(() -> deliveries.get() > FAILURES);
        assertThat(camel.context().createConsumerTemplate().receiveBody("jms:queue:out", 60_000))
                .isNotNull();
        assertThat(camel.context().createConsumerTemplate().receiveBody("jms:queue:out", 300))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void onlyAMessageInATransactionStaysOnItsThread(boolean transacted) throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:threads-" + transacted + "?transacted=" + transacted)
                        .process(exchange -> threads.add(Thread.currentThread()))
                        .to(CUT)
                        .process(exchange -> threads.add(Thread.currentThread()));
            }
        });

        camel.template().sendBody("jms:queue:threads-" + transacted, JPEG);

        await().until(() -> threads.size() == 2);
        assertThat(threads.get(0) == threads.get(1)).isEqualTo(transacted);
    }

    private void route(String from, String to) throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(CUT).to(to).process(exchange -> {
                    if (deliveries.incrementAndGet() <= FAILURES) {
                        throw new IllegalStateException("This delivery is rolled back");
                    }
                });
            }
        });
    }
}
