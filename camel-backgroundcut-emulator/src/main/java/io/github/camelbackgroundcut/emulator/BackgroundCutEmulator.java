// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngines;
import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.emulator.server.EmulatorServer;
import io.github.camelbackgroundcut.emulator.server.ServerSettings;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The BackgroundCut v3 API on this machine, with a real cutout engine behind it.
 *
 * <pre>{@code
 * try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start()) {
 *     String baseUrl = emulator.baseUrl(); // http://127.0.0.1:<a free port>
 *     String apiKey = emulator.apiKey();   // emulator-key
 * }
 * }</pre>
 *
 * <p>Files are stored in a temporary folder. {@link #close()} removes it. Unless configured otherwise, an orderly end of
 * the JVM closes the emulator.
 */
public final class BackgroundCutEmulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCutEmulator.class);

    private final EmulatorConfiguration configuration;
    private final FileStore store;
    private final CutoutService cutoutService;
    private final EmulatorServer server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread shutdownHook = new Thread(this::release, "backgroundcut-emulator-shutdown");

    private BackgroundCutEmulator(EmulatorConfiguration configuration) {
        this.configuration = configuration;
        this.store = openStore(configuration);
        CutoutService service = null;
        try {
            service = cutoutService(configuration);
            this.server = EmulatorServer.start(settings(configuration), store, service);
        } catch (RuntimeException | Error e) {
            if (service != null) {
                service.close();
            }
            store.close();
            throw e;
        }
        this.cutoutService = service;
    }

    /** Starts an emulator with the defaults: a free port on 127.0.0.1 and the key {@code emulator-key}. */
    public static BackgroundCutEmulator start() {
        return start(EmulatorConfiguration.builder().build());
    }

    /**
     * Starts an emulator; it listens when this returns.
     *
     * @throws UncheckedIOException if it cannot listen there (its cause is a {@link java.net.BindException} if the port
     *                              is taken), or if the temporary folder cannot be made
     * @throws IllegalArgumentException if the model of the configuration can't be used
     */
    public static BackgroundCutEmulator start(EmulatorConfiguration configuration) {
        BackgroundCutEmulator emulator = new BackgroundCutEmulator(configuration);
        if (configuration.closedAtShutdown()) {
            Runtime.getRuntime().addShutdownHook(emulator.shutdownHook);
        }
        LOG.info("BackgroundCut emulator listens on {}", emulator.baseUrl());
        return emulator;
    }

    /** The address to put in place of {@code https://api.backgroundcut.co}, without a slash at its end. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** The API key that it accepts; the first one of several. */
    public String apiKey() {
        return configuration.apiKey();
    }

    /** The name of the engine that finds the objects. */
    public String engineName() {
        return cutoutService.engineName();
    }

    /** Which dialects of the API it speaks. */
    public Dialect dialect() {
        return server.dialect();
    }

    /** Changes the dialect from the next call on. Stored files stay. */
    public void setDialect(Dialect dialect) {
        server.setDialect(dialect);
    }

    /** The limits of each account. */
    public Plan plan() {
        return server.accounts().plan();
    }

    /** Replaces the plan from the next call on. All accounts start with a fresh plan. */
    public void setPlan(Plan plan) {
        server.accounts().setPlan(plan);
    }

    /**
     * The number of outputs that the account of an API key can still pay for; empty if unlimited.
     *
     * @throws IllegalArgumentException if no account has that key
     */
    public OptionalInt creditsLeft(String apiKey) {
        OptionalInt number = server.accounts().find(apiKey);
        return server.accounts()
                .get(number.orElseThrow(() -> new IllegalArgumentException("No account has this API key")))
                .creditsLeft();
    }

    /** The faults that are on. */
    public FaultPlan faults() {
        return server.faults();
    }

    /**
     * Replaces the faults from the next call on. Their counts start at 0. {@link FaultPlan#none()} turns all
     * faults off.
     */
    public void setFaults(FaultPlan plan) {
        server.setFaults(plan);
    }

    /**
     * Replaces the faults, given as text, such as {@code process.lost=1x, all.429=0.05:1s}; see {@link FaultPlan}.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public void setFaults(String plan) {
        setFaults(FaultPlan.parse(plan));
    }

    /** How often each fault, such as {@code process.lost}, occurred since the faults were set; sorted by name. */
    public Map<String, Integer> struckFaults() {
        return server.struckFaults();
    }

    /**
     * How often each output path was charged since the start, in the order of the first charge. A successful process
     * call charges each of its outputs once, even if its answer got lost. A failed call charges nothing.
     */
    public Map<String, Integer> charges() {
        return server.charges();
    }

    /** The number of open TCP connections of callers, including idle ones. Use it to find leaks. */
    public int openConnections() {
        return server.openConnections();
    }

    /** Stops listening, waits for the engine's running work, and removes all files. Does nothing the second time. */
    @Override
    public void close() {
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM is shutting down, its hook stays", e);
        }
    }

    private void release() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // From the outside in: the store must not be written to when it is removed.
        server.close();
        cutoutService.close();
        store.close();
        LOG.info("BackgroundCut emulator on port {} is closed", port());
    }

    private static FileStore openStore(EmulatorConfiguration configuration) {
        try {
            return FileStore.open(
                    configuration.storageDirectory(),
                    configuration.fileExpiry(),
                    configuration.quotaBytes(),
                    configuration.clock());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the emulator's temporary folder: " + e, e);
        }
    }

    private static CutoutService cutoutService(EmulatorConfiguration configuration) {
        CutoutEngine engine =
                configuration.engine().orElseGet(() -> CutoutEngines.open(configuration.engineSettings()));
        return new CutoutService(engine, configuration.maxPixels());
    }

    private static ServerSettings settings(EmulatorConfiguration configuration) {
        return new ServerSettings(
                configuration.host(),
                configuration.port(),
                configuration.apiKeys(),
                configuration.maxUploadBytes(),
                configuration.clock(),
                configuration.dialect(),
                configuration.plan(),
                configuration.faults());
    }
}
