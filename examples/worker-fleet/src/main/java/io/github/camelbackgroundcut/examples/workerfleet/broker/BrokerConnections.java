// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.broker;

import io.github.camelbackgroundcut.examples.workerfleet.Settings;
import jakarta.jms.ConnectionFactory;
import java.util.OptionalLong;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultDeserializationPolicy;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;
import org.springframework.jms.connection.CachingConnectionFactory;

/** How a process reaches the broker: by Artemis' own protocol, or by AMQP 1.0. */
public final class BrokerConnections implements AutoCloseable {

    private static final String AMQP = "amqp";
    private static final String ARTEMIS = "artemis";

    /** No class of a message that holds Java objects is loaded: that could run code of the sender. */
    private static final String ALL = "*";

    private final ConnectionFactory raw;
    private final String user;
    private final String password;

    private BrokerConnections(ConnectionFactory raw, String user, String password) {
        this.raw = raw;
        this.user = user;
        this.password = password;
    }

    public static BrokerConnections of(Settings settings) {
        if (!settings.isSet("fleet.broker-url")) {
            throw new IllegalArgumentException("There is no broker. Start a dispatcher in this folder first, or set"
                    + " FLEET_BROKER_URL to the address of one.");
        }
        String url = settings.get("fleet.broker-url");
        String user = settings.isSet("fleet.broker-user") ? settings.get("fleet.broker-user") : null;
        String password = settings.isSet("fleet.broker-password") ? settings.get("fleet.broker-password") : null;
        String protocol = settings.get("fleet.protocol");
        return switch (protocol) {
            case ARTEMIS -> new BrokerConnections(artemis(url, user, password), user, password);
            case AMQP -> new BrokerConnections(amqp(url, user, password), user, password);
            default ->
                throw new IllegalArgumentException(
                        "fleet.protocol is " + protocol + ": set it to " + ARTEMIS + " or " + AMQP + ".");
        };
    }

    /** A worker fetches a message when it has time for it: what it holds beyond that would wait, and count as delivered if it dies. */
    private static ConnectionFactory artemis(String url, String user, String password) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user, password);
        factory.setConsumerWindowSize(0);
        factory.setDeserializationDenyList(ALL);
        return factory;
    }

    private static ConnectionFactory amqp(String url, String user, String password) {
        JmsConnectionFactory factory = new JmsConnectionFactory(user, password, url);
        JmsDefaultPrefetchPolicy none = new JmsDefaultPrefetchPolicy();
        none.setAll(0);
        factory.setPrefetchPolicy(none);
        JmsDefaultDeserializationPolicy never = new JmsDefaultDeserializationPolicy();
        never.setDenyList(ALL);
        factory.setDeserializationPolicy(never);
        return factory;
    }

    /** For routes in a transaction: what they send goes over the connection of the consumer. */
    public JmsComponent transacted() {
        return component(raw);
    }

    /** For routes that send much. */
    public JmsComponent pooled() {
        return component(new CachingConnectionFactory(raw));
    }

    private JmsComponent component(ConnectionFactory connections) {
        return raw instanceof JmsConnectionFactory
                ? new AMQPComponent(connections)
                : JmsComponent.jmsComponent(connections);
    }

    /** How many messages are in a queue; empty if the broker can't be asked for it in its protocol, or now. */
    public OptionalLong depth(String queue) {
        if (!(raw instanceof ActiveMQConnectionFactory artemis)) {
            return OptionalLong.empty();
        }
        try (ClientSessionFactory sessions = artemis.getServerLocator().createSessionFactory();
                ClientSession session = sessions.createSession(user, password, false, true, true, false, 1)) {
            return OptionalLong.of(session.queueQuery(SimpleString.of(queue)).getMessageCount());
        } catch (Exception e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        if (raw instanceof ActiveMQConnectionFactory artemis) {
            artemis.close();
        }
    }
}
