// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelbackgroundcut.drop.Spool;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.examples.workerfleet.broker.BrokerConnections;
import io.github.camelbackgroundcut.examples.workerfleet.report.FleetState;
import io.github.camelbackgroundcut.examples.workerfleet.report.HttpServers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.spi.OnCamelContextStopped;
import org.apache.camel.support.LifecycleStrategySupport;

/** One process of the fleet: the routes of its role, with all that they need. */
public final class Fleet implements AutoCloseable {

    private final Main main = new Main();
    private final Role role;
    private final Spool spool;
    private final Optional<Hub> hub;
    /** Empty if the pictures come from a Kafka topic; then there is no state either. */
    private final Optional<BrokerConnections> broker;

    private final Settings settings;
    private final Optional<FleetState> state;

    /**
     * @param set settings that go before all others
     * @param environment such as {@link System#getenv()}
     */
    public Fleet(Role role, Map<String, String> set, Map<String, String> environment) {
        this.role = role;
        Settings named = Settings.of(set, environment);
        hub = role == Role.DISPATCHER ? Optional.of(Hub.start(named, environment)) : Optional.empty();
        settings = named.with(hub.map(Hub::facts).orElse(Map.of())).with(computed(named));
        Transport transport = Transport.of(settings);
        broker = transport == Transport.QUEUE ? Optional.of(BrokerConnections.of(settings)) : Optional.empty();
        state = broker.map(FleetState::new);
        broker.ifPresent(connections ->
                main.bind("jms", role == Role.DISPATCHER ? connections.pooled() : connections.transacted()));
        if (role == Role.DISPATCHER && state.isPresent()) {
            main.bind("fleetState", state.get());
            main.addOverrideProperty("camel.server.enabled", "true");
        }
        if (role == Role.PUT_BACK) {
            main.addOverrideProperty("camel.main.duration-max-idle-seconds", "5");
        }
        spool = Spool.take(settings.folder().resolve("spool"));
        settings.all().forEach(main::addOverrideProperty);
        service(environment).forEach(main::addOverrideProperty);
        main.addOverrideProperty("camel.main.stream-caching-spool-enabled", "true");
        main.addOverrideProperty(
                "camel.main.stream-caching-spool-directory", spool.folder().toString());
        // SQLite unpacks its native library.
        System.getProperties().putIfAbsent("org.sqlite.tmpdir", spool.folder().toString());
        main.addOverrideProperty("camel.main.routes-include-pattern", role.routes(transport));
        // Not a listener's afterStop: when the process is asked to end, it may be gone before that.
        main.bind("closing", LifecycleStrategySupport.adapt((OnCamelContextStopped) stopped -> {
            broker.ifPresent(BrokerConnections::close);
            hub.ifPresent(Hub::close);
            spool.close();
        }));
    }

    private static Map<String, String> computed(Settings settings) {
        Map<String, String> computed = new HashMap<>();
        computed.put("fleet.folder", settings.folder().toString());
        computed.put("fleet.started", String.valueOf(System.currentTimeMillis()));
        // A picture as a message of its own is for Artemis only.
        computed.put("fleet.from-folder", String.valueOf(!"amqp".equals(settings.get("fleet.protocol"))));
        if (!settings.isSet("fleet.worker")) {
            computed.put("fleet.worker", host() + "-" + ProcessHandle.current().pid());
        }
        return computed;
    }

    /** The real service, if this process has a key; else the emulator of the dispatcher, if it has one. */
    private static Map<String, String> service(Map<String, String> environment) {
        String key = environment.getOrDefault(ServiceOrEmulator.API_KEY, "");
        if (key.isBlank()) {
            return Map.of();
        }
        return ServiceOrEmulator.choose(environment).properties();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "worker";
        }
    }

    /** Adds to Camel's registry before the start. */
    void bind(String name, Object bean) {
        main.bind(name, bean);
    }

    /** Starts the routes and returns; {@link #close()} ends them. */
    public void start() {
        // No hook into the end of the process: it would wait for somebody in run().
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.start();
    }

    /** Starts the routes and returns when the process is asked to end. */
    void run(Runnable started) throws Exception {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport begun) {
                started.run();
            }
        });
        main.run();
    }

    /** What holds for this process. */
    public Settings settings() {
        return settings;
    }

    /** What the dispatcher's page shows, as JSON. */
    public String state() throws JsonProcessingException {
        return state.orElseThrow().show();
    }

    /** What a person must know to go on; it contains no secret. */
    String greeting() {
        String started = "The " + role.text() + " has started (Ctrl-C ends)";
        if (role != Role.DISPATCHER) {
            return started;
        }
        return started + "\nDrop pictures into "
                + main.getCamelContext().resolvePropertyPlaceholders("{{fleet.source-folder}}") + " or s3://"
                + settings.get("fleet.source-bucket") + "/" + settings.get("fleet.inbox") + "\nThe fleet: " + page()
                + "/";
    }

    /** The address of the dispatcher's page, once it has started. */
    public String page() {
        return HttpServers.address(main.getCamelContext(), VertxPlatformHttpRouter::isMainServer);
    }

    /** Finishes what is in progress, then stops. */
    @Override
    public void close() {
        main.stop();
    }
}
