// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.MultipartReceiver;
import io.github.camelbackgroundcut.emulator.api.Workers;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.fault.injection.FaultControl;
import io.github.camelbackgroundcut.emulator.plan.Accounts;
import io.github.camelbackgroundcut.emulator.store.Charges;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server, with a Vert.x of its own. */
public final class EmulatorServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmulatorServer.class);
    private static final long START_SECONDS = 30;
    private static final Duration LONGEST_SWEEP_INTERVAL = Duration.ofMinutes(1);
    // Longer than any call should take, so that a caller that vanished does not stay for ever.
    private static final int IDLE_MINUTES = 10;
    // An access token with many paths is long.
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final Services services;
    private final HttpServer server;
    private final String host;

    private EmulatorServer(Vertx vertx, Services services, HttpServer server, String host) {
        this.vertx = vertx;
        this.services = services;
        this.server = server;
        this.host = host;
    }

    /**
     * Starts to listen. The store and the service stay the caller's to close.
     *
     * @throws UncheckedIOException if it cannot listen there
     */
    public static EmulatorServer start(ServerSettings settings, FileStore store, CutoutService cutouts) {
        Vertx vertx = Vertx.vertx(vertxOptions());
        Services services = services(vertx, settings, store, cutouts);
        boolean started = false;
        try {
            HttpServer server = await(vertx.createHttpServer(httpOptions(settings))
                    .connectionHandler(services.connections()::opened)
                    .requestHandler(InvalidRequests.refuseBrokenPaths(EmulatorRoutes.create(vertx, settings, services)))
                    .invalidRequestHandler(InvalidRequests::refuseMalformed)
                    .listen());
            long interval = Math.min(
                    LONGEST_SWEEP_INTERVAL.toMillis(),
                    Math.max(1, store.expiry().toMillis() / 2));
            vertx.setPeriodic(interval, id -> sweep(vertx, store));
            started = true;
            return new EmulatorServer(vertx, services, server, settings.host());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
        } finally {
            if (!started) {
                services.workers().close();
                vertx.close();
            }
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** Such as {@code http://127.0.0.1:8089}. */
    public String baseUrl() {
        // One can bind to "any address", but not call it.
        String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port();
    }

    /** Which dialects are spoken. */
    public Dialect dialect() {
        return services.dialect().get();
    }

    /** From the next call on. */
    public void setDialect(Dialect dialect) {
        services.dialect().set(dialect);
    }

    /** What each account may do, and what is left of it. */
    public Accounts accounts() {
        return services.accounts();
    }

    /** The faults that are on. */
    public FaultPlan faults() {
        return services.faults().run().plan();
    }

    /** Exchanges the faults, from the next call on; see {@link FaultControl#set}. */
    public void setFaults(FaultPlan plan) {
        services.faults().set(plan);
    }

    /** How often which fault has struck since the faults were set, such as {@code process.lost}. */
    public Map<String, Integer> struckFaults() {
        return services.faults().run().struck();
    }

    /** How often each output path was charged, in the order of the first charge. */
    public Map<String, Integer> charges() {
        return services.charges().byPath();
    }

    /** How many TCP connections callers hold open. */
    public int openConnections() {
        return services.connections().count();
    }

    /** Stops listening and waits for the engine's running jobs. */
    @Override
    public void close() {
        try {
            await(server.close());
            services.workers().close();
            await(vertx.close());
        } catch (IOException e) {
            LOG.warn("The server did not close in order", e);
        }
    }

    private static Services services(Vertx vertx, ServerSettings settings, FileStore store, CutoutService cutouts) {
        Charges charges = new Charges();
        Accounts accounts = new Accounts(settings.apiKeys(), settings.plan(), settings.clock());
        return new Services(
                store,
                cutouts,
                new Workers(vertx),
                charges,
                accounts,
                new AtomicReference<>(settings.dialect()),
                new FaultControl(settings.faults()),
                new OpenConnections());
    }

    private static void sweep(Vertx vertx, FileStore store) {
        vertx.executeBlocking(
                        () -> {
                            store.removeExpired();
                            return null;
                        },
                        false)
                .onFailure(e -> LOG.warn("Cannot remove expired files", e));
    }

    private static VertxOptions vertxOptions() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                // No cache folder: all that is served is in memory or in the store.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static HttpServerOptions httpOptions(ServerSettings settings) {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setTcpNoDelay(true)
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_HEADER_BYTES)
                .setMaxFormFields(MultipartReceiver.MAX_PARTS)
                .setMaxFormAttributeSize(MultipartReceiver.MAX_FIELD_BYTES)
                .setMaxFormBufferedBytes(MultipartReceiver.MAX_FIELD_BYTES)
                .setIdleTimeout(IDLE_MINUTES)
                .setIdleTimeoutUnit(TimeUnit.MINUTES);
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("No answer from Vert.x in " + START_SECONDS + " s", e);
        }
    }
}
