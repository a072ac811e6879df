// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.examples.embeddeds3.EmbeddedS3;
import io.github.camelbackgroundcut.examples.workerfleet.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the dispatcher starts in its own process where nothing else is named: a broker, an S3 server, and the emulator. It writes down
 * where they are, for the workers of the same folder. A dispatcher that comes after it takes the same ports.
 */
final class Hub implements AutoCloseable {

    private static final String BROKER = "fleet.broker-url";
    private static final String SOURCE_BUCKET = "fleet.source-bucket";
    private static final Map<String, String> BUCKETS =
            Map.of(SOURCE_BUCKET, "pictures", "fleet.target-bucket", "cutouts");
    private static final String S3 = "camel.component.aws2-s3.uri-endpoint-override";
    private static final String SERVICE = "camel.component.backgroundcut.base-url";

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, String> facts = new TreeMap<>();
    private final Settings settings;

    private Hub(Settings settings) {
        this.settings = settings;
    }

    static Hub start(Settings settings, Map<String, String> environment) {
        Hub hub = new Hub(settings);
        try {
            hub.startService(environment);
            hub.startS3();
            hub.startBroker();
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
        settings.write(hub.facts);
        return hub;
    }

    /** Where all is, as settings. */
    Map<String, String> facts() {
        return facts;
    }

    private void startService(Map<String, String> environment) {
        ServiceOrEmulator service = ServiceOrEmulator.choose(environment, portOf(SERVICE));
        started.push(service);
        if (service.isEmulator()) {
            facts.putAll(service.properties());
        }
    }

    private void startS3() {
        if (!isNamed(SOURCE_BUCKET)) {
            EmbeddedS3 server = EmbeddedS3.start(settings.folder().resolve("s3"), portOf(S3), BUCKETS);
            started.push(server);
            facts.putAll(server.properties());
        }
    }

    private void startBroker() {
        if (Transport.of(settings) == Transport.QUEUE && !isNamed(BROKER)) {
            int port = portOf(BROKER);
            EmbeddedBroker broker = EmbeddedBroker.start(settings, port == 0 ? freePort() : port);
            started.push(broker);
            facts.put(BROKER, broker.url());
        }
    }

    /** By somebody, and not by an earlier dispatcher. */
    private boolean isNamed(String name) {
        return settings.isSet(name)
                && !settings.get(name).equals(settings.notes().get(name));
    }

    /** The one that the last dispatcher had; 0 for any. */
    private int portOf(String address) {
        String noted = settings.notes().get(address);
        return noted == null ? 0 : URI.create(noted).getPort();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
