// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How an emulator is set up. Everything has a default:
 *
 * <pre>{@code
 * EmulatorConfiguration configuration = EmulatorConfiguration.builder().port(8089).apiKey("secret").build();
 * }</pre>
 *
 * @param host             the address to bind to; {@code 127.0.0.1} by default, so that only this machine can call
 * @param port             the TCP port; 0, the default, picks a free one
 * @param apiKey           the one API key that is accepted; {@value #DEFAULT_API_KEY} by default
 * @param fileExpiry       how long a file is kept; 2 hours by default, as with the real service
 * @param quotaBytes       the most bytes stored at a time; 10 GB by default, as with the real service
 * @param maxUploadBytes   the longest body of an upload; 256 MiB by default
 * @param maxPixels        the most pixels of an input picture; 50 million by default
 * @param engine           the engine that finds the object; empty for the built-in one
 * @param storageDirectory an existing folder to make the temporary folder in; empty for the system's one. Only that
 *                         temporary folder is used, and it is removed when the emulator closes
 * @param clock            tells when files and tokens expire; the system's clock by default
 * @param closedAtShutdown whether it closes itself when the JVM shuts down, which is the default. A program that still
 *                         has to finish calls then sets false, and closes it after them
 * @param faults           what goes wrong on purpose; nothing by default
 */
public record EmulatorConfiguration(
        String host,
        int port,
        String apiKey,
        Duration fileExpiry,
        long quotaBytes,
        long maxUploadBytes,
        long maxPixels,
        Optional<CutoutEngine> engine,
        Optional<Path> storageDirectory,
        Clock clock,
        boolean closedAtShutdown,
        FaultPlan faults) {

    /** The API key of an emulator that was given none. */
    public static final String DEFAULT_API_KEY = "emulator-key";

    /** @throws IllegalArgumentException if a value is out of its range, with a message that names it */
    public EmulatorConfiguration {
        Objects.requireNonNull(fileExpiry, "fileExpiry");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(storageDirectory, "storageDirectory");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(faults, "faults");
        require(host != null && !host.isBlank(), "host must not be blank");
        require(port >= 0 && port <= 65_535, "port must be between 0 and 65535, not " + port);
        // What a header value can carry: the key arrives in one.
        require(
                apiKey != null && !apiKey.isEmpty() && apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f),
                "apiKey must be one or more visible ASCII characters without spaces");
        require(fileExpiry.toMillis() > 0, "fileExpiry must be positive, not " + fileExpiry);
        require(quotaBytes > 0, "quotaBytes must be positive, not " + quotaBytes);
        require(maxUploadBytes > 0, "maxUploadBytes must be positive, not " + maxUploadBytes);
        require(maxPixels > 0, "maxPixels must be positive, not " + maxPixels);
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "EmulatorConfiguration[host=" + host + ", port=" + port + ", fileExpiry=" + fileExpiry + ", quotaBytes="
                + quotaBytes + ", maxUploadBytes=" + maxUploadBytes + ", maxPixels=" + maxPixels + ", faults=" + faults
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
        private String apiKey = DEFAULT_API_KEY;
        private Duration fileExpiry = Duration.ofHours(2);
        private long quotaBytes = 10_000_000_000L;
        private long maxUploadBytes = 256L * 1024 * 1024;
        private long maxPixels = 50_000_000;
        private Optional<CutoutEngine> engine = Optional.empty();
        private Optional<Path> storageDirectory = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private boolean closedAtShutdown = true;
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

        public Builder apiKey(String value) {
            apiKey = value;
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
                    apiKey,
                    fileExpiry,
                    quotaBytes,
                    maxUploadBytes,
                    maxPixels,
                    engine,
                    storageDirectory,
                    clock,
                    closedAtShutdown,
                    faults);
        }
    }
}
