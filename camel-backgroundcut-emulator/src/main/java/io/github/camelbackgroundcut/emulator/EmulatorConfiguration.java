// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of an emulator. Each has a default:
 *
 * <pre>{@code
 * EmulatorConfiguration configuration = EmulatorConfiguration.builder().port(8089).apiKey("secret").build();
 * }</pre>
 *
 * @param host             the address to bind to; {@code 127.0.0.1} by default, so that only this machine can call
 * @param port             the TCP port; 0, the default, picks a free one
 * @param apiKeys          the API keys that are accepted, each of an account of its own; {@value #DEFAULT_API_KEY} by
 *                         default
 * @param fileExpiry       how long a file is kept; 2 hours by default, as with the real service
 * @param quotaBytes       the most bytes stored at a time; 10 GB by default, as with the real service
 * @param maxUploadBytes   the longest body of an upload; 256 MiB by default
 * @param maxPixels        the most pixels of an input picture; 50 million by default
 * @param engine           the engine that finds the object; empty for the one that the engine settings choose
 * @param engineSettings   the model of an engine on the class path; none by default, so that the built-in engine works
 * @param storageDirectory an existing folder to make the temporary folder in; empty for the system's one. Only that
 *                         temporary folder is used, and it is removed when the emulator closes
 * @param clock            the clock for expiry of files, tokens and public URLs, and for rate limits; the system's by default
 * @param closedAtShutdown whether it closes itself when the JVM is asked to end, which is the default. A program that
 *                         still has calls to finish then sets false, and closes it after them
 * @param dialect          which dialects of the API are spoken; both by default
 * @param plan             the limits of each account; none by default
 * @param faults           the injected faults; none by default
 */
public record EmulatorConfiguration(
        String host,
        int port,
        List<String> apiKeys,
        Duration fileExpiry,
        long quotaBytes,
        long maxUploadBytes,
        long maxPixels,
        Optional<CutoutEngine> engine,
        EngineSettings engineSettings,
        Optional<Path> storageDirectory,
        Clock clock,
        boolean closedAtShutdown,
        Dialect dialect,
        Plan plan,
        FaultPlan faults) {

    /** The API key of an emulator that was given none. */
    public static final String DEFAULT_API_KEY = "emulator-key";

    /** @throws IllegalArgumentException if a value is out of its range, with a message that names it */
    public EmulatorConfiguration {
        Objects.requireNonNull(fileExpiry, "fileExpiry");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(engineSettings, "engineSettings");
        Objects.requireNonNull(storageDirectory, "storageDirectory");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(faults, "faults");
        apiKeys = List.copyOf(apiKeys);
        require(host != null && !host.isBlank(), "host must not be blank");
        require(port >= 0 && port <= 65_535, "port must be between 0 and 65535, not " + port);
        require(!apiKeys.isEmpty(), "apiKeys must not be empty");
        require(Set.copyOf(apiKeys).size() == apiKeys.size(), "apiKeys must differ from each other");
        for (String apiKey : apiKeys) {
            // What a header value can carry: the key arrives in one.
            require(
                    !apiKey.isEmpty() && apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f),
                    "apiKey must be one or more visible ASCII characters without spaces");
        }
        require(fileExpiry.toMillis() > 0, "fileExpiry must be positive, not " + fileExpiry);
        require(quotaBytes > 0, "quotaBytes must be positive, not " + quotaBytes);
        require(maxUploadBytes > 0, "maxUploadBytes must be positive, not " + maxUploadBytes);
        require(maxPixels > 0, "maxPixels must be positive, not " + maxPixels);
        require(
                engine.isEmpty() || engineSettings.model().isEmpty(),
                "engine and engineSettings exclude each other: a model is for an engine on the class path");
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first of the API keys. */
    public String apiKey() {
        return apiKeys.get(0);
    }

    /** Without the API keys, so that they do not get into logs. */
    @Override
    public String toString() {
        return "EmulatorConfiguration[host=" + host + ", port=" + port + ", fileExpiry=" + fileExpiry + ", quotaBytes="
                + quotaBytes + ", maxUploadBytes=" + maxUploadBytes + ", maxPixels=" + maxPixels + ", dialect="
                + dialect + ", plan=" + plan + ", faults=" + faults
                + "]";
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Builds an {@link EmulatorConfiguration}; see there for what each value means. */
    public static final class Builder {

        private String host = "127.0.0.1";
        private int port;
        private List<String> apiKeys = List.of(DEFAULT_API_KEY);
        private Duration fileExpiry = Duration.ofHours(2);
        private long quotaBytes = 10_000_000_000L;
        private long maxUploadBytes = 256L * 1024 * 1024;
        private long maxPixels = 50_000_000;
        private Optional<CutoutEngine> engine = Optional.empty();
        private EngineSettings engineSettings = EngineSettings.none();
        private Optional<Path> storageDirectory = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private boolean closedAtShutdown = true;
        private Dialect dialect = Dialect.BOTH;
        private Plan plan = Plan.unlimited();
        private FaultPlan faults = FaultPlan.none();

        private Builder() {}

        public Builder host(String value) {
            host = value;
            return this;
        }

        public Builder port(int value) {
            port = value;
            return this;
        }

        /** The only one. */
        public Builder apiKey(String value) {
            return apiKeys(List.of(value));
        }

        public Builder apiKeys(List<String> value) {
            apiKeys = value;
            return this;
        }

        public Builder fileExpiry(Duration value) {
            fileExpiry = value;
            return this;
        }

        public Builder quotaBytes(long value) {
            quotaBytes = value;
            return this;
        }

        public Builder maxUploadBytes(long value) {
            maxUploadBytes = value;
            return this;
        }

        public Builder maxPixels(long value) {
            maxPixels = value;
            return this;
        }

        public Builder engine(CutoutEngine value) {
            engine = Optional.of(value);
            return this;
        }

        public Builder engineSettings(EngineSettings value) {
            engineSettings = value;
            return this;
        }

        public Builder storageDirectory(Path value) {
            storageDirectory = Optional.of(value);
            return this;
        }

        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        public Builder closedAtShutdown(boolean value) {
            closedAtShutdown = value;
            return this;
        }

        public Builder dialect(Dialect value) {
            dialect = value;
            return this;
        }

        public Builder plan(Plan value) {
            plan = value;
            return this;
        }

        public Builder faults(FaultPlan value) {
            faults = value;
            return this;
        }

        /**
         * The text form, such as {@code process.lost=0.04, all.reset-before=0.03, seed=7}; see {@link FaultPlan}.
         *
         * @throws IllegalArgumentException if it cannot be read
         */
        public Builder faults(String value) {
            return faults(FaultPlan.parse(value));
        }

        /** @throws IllegalArgumentException if a value is out of its range, with a message that names it */
        public EmulatorConfiguration build() {
            return new EmulatorConfiguration(
                    host,
                    port,
                    apiKeys,
                    fileExpiry,
                    quotaBytes,
                    maxUploadBytes,
                    maxPixels,
                    engine,
                    engineSettings,
                    storageDirectory,
                    clock,
                    closedAtShutdown,
                    dialect,
                    plan,
                    faults);
        }
    }
}
