// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.broker;

import io.github.camelbackgroundcut.examples.workerfleet.Settings;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis in this process, with its journal on disk. It checks no credentials, and therefore listens to this machine only. */
public final class EmbeddedBroker implements AutoCloseable {

    /** Names that were sent already are refused: so many are remembered. */
    private static final int NAMES = 100_000;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final String url;

    private EmbeddedBroker(String url) {
        this.url = url;
    }

    /** @param port a free one, or the one that it had */
    public static EmbeddedBroker start(Settings settings, int port) {
        String address = "tcp://127.0.0.1:" + port;
        EmbeddedBroker embedded = new EmbeddedBroker(address);
        try {
            embedded.broker.setConfiguration(
                    configuration(settings, address + "?protocols=CORE,AMQP&useEpoll=false&useKQueue=false"));
            embedded.broker.start();
        } catch (Exception e) {
            throw new IllegalStateException("The broker can't start at " + address + ": " + e.getMessage(), e);
        }
        return embedded;
    }

    private static Configuration configuration(Settings settings, String acceptor) throws Exception {
        Path folder = settings.folder().resolve("broker");
        Configuration configuration = new ConfigurationImpl()
                .setName("fleet")
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setIDCacheSize(NAMES)
                // A full disk is for the operating system to tell.
                .setMaxDiskUsage(-1)
                // A worker must know that a message was delivered before, also if both die: it looks for a result
                // before it pays.
                .setPersistDeliveryCountBeforeDelivery(true)
                .addAcceptorConfiguration("fleet", acceptor)
                .addAddressSetting("#", lasting())
                .addAddressSetting(Queues.PICTURES, redelivered(settings))
                // Without a limit, after which the broker would drop them.
                .addAddressSetting(Queues.DEAD_LETTERS, lasting().setMaxDeliveryAttempts(-1));
        for (String queue : Queues.ALL) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
        }
        return configuration;
    }

    private static AddressSettings lasting() {
        return new AddressSettings()
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST);
    }

    private static AddressSettings redelivered(Settings settings) {
        return lasting()
                .setMaxDeliveryAttempts(settings.number("fleet.deliveries"))
                .setRedeliveryDelay(settings.number("fleet.redelivery-delay"))
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(settings.number("fleet.max-redelivery-delay"))
                .setDeadLetterAddress(SimpleString.of(Queues.DEAD_LETTERS));
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not stop", e);
        }
    }
}
