// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.emulator.plan.RateLimitKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The emulator as a program. */
@Command(
        name = "camel-backgroundcut-emulator",
        description = "Runs the BackgroundCut v3 API on this machine, with a real cutout engine.",
        mixinStandardHelpOptions = true,
        versionProvider = EmulatorMain.Version.class,
        sortOptions = false,
        footerHeading = "%n",
        footer = {
            "An option wins over its environment variable. Exit codes: 1 if it cannot",
            "listen (the port is taken, for one), 2 for wrong options."
        })
public final class EmulatorMain implements Callable<Integer> {

    private static final String NETTY_NO_UNSAFE = "io.netty.noUnsafe";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:BACKGROUNDCUT_EMULATOR_PORT:-8089}",
            description = "Port to listen on, 0 for any free one (default: 8089, or BACKGROUNDCUT_EMULATOR_PORT).")
    private int port;

    // Not shown as a default value: --help must not print a key from the environment.
    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:BACKGROUNDCUT_EMULATOR_API_KEY:-" + EmulatorConfiguration.DEFAULT_API_KEY + "}",
            description = "API key to accept; each one is an account (default: " + EmulatorConfiguration.DEFAULT_API_KEY
                    + ", or BACKGROUNDCUT_EMULATOR_API_KEY).")
    private List<String> apiKeys;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            defaultValue = "both",
            converter = DialectConverter.class,
            description = "Dialect of the API: paths, keys or both (default: ${DEFAULT-VALUE}).")
    private Dialect dialect;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "NUMBER",
            description = "Calls a minute of each account, one more is a 429 (default: any number).")
    private Optional<Integer> requestsPerMinute;

    @Option(
            names = "--rate-limit",
            paramLabel = "KIND",
            defaultValue = "fixed-window",
            converter = RateLimitConverter.class,
            description = "How the calls of a minute are counted: fixed-window, sliding-window or token-bucket"
                    + " (default: ${DEFAULT-VALUE}).")
    private RateLimitKind rateLimit;

    @Option(
            names = "--credits",
            paramLabel = "NUMBER",
            description = "Outputs that each account can pay for, more are a 402 (default: any number).")
    private Optional<Integer> credits;

    @Option(
            names = "--file-expiry",
            paramLabel = "DURATION",
            defaultValue = "2h",
            converter = DurationConverter.class,
            description = "How long a file is kept, such as 90s, 30m or 2h (default: ${DEFAULT-VALUE}).")
    private Duration fileExpiry;

    @Option(
            names = "--faults",
            paramLabel = "FAULTS",
            defaultValue = "${env:BACKGROUNDCUT_EMULATOR_FAULTS:-}",
            description = "Faults on demand, such as process.lost=0.04,upload.429=2x:5s (default: none,"
                    + " or BACKGROUNDCUT_EMULATOR_FAULTS).")
    private String faults;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "${env:BACKGROUNDCUT_EMULATOR_SEED}",
            description = "What the faults are drawn from; the same seed brings the same faults"
                    + " (default: 0, or BACKGROUNDCUT_EMULATOR_SEED).")
    private Optional<Long> seed;

    @Mixin
    private ModelOptions modelOptions;

    @Option(
            names = "--until-input-ends",
            description = "End with the standard input, that is with the process that started the emulator.")
    private boolean untilInputEnds;

    private EmulatorMain() {}

    /** Runs until it is stopped by a signal. */
    public static void main(String[] arguments) {
        // Java 24 and newer print warnings when Netty uses sun.misc.Unsafe; this server does as well without it.
        if (System.getProperty(NETTY_NO_UNSAFE) == null) {
            System.setProperty(NETTY_NO_UNSAFE, "true");
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new EmulatorMain());
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        try (BackgroundCutEmulator emulator = start()) {
            printStart(emulator);
            awaitEnd();
            return ExitCode.OK;
        } catch (UncheckedIOException e) {
            printFailure(e);
            return ExitCode.SOFTWARE;
        }
    }

    private void awaitEnd() throws InterruptedException, IOException {
        if (untilInputEnds) {
            System.in.transferTo(OutputStream.nullOutputStream());
        } else {
            // A signal ends the JVM, whose shutdown hook closes the emulator.
            new CountDownLatch(1).await();
        }
    }

    private BackgroundCutEmulator start() {
        try {
            return BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                    .host(host)
                    .port(port)
                    .apiKeys(apiKeys)
                    .fileExpiry(fileExpiry)
                    .dialect(dialect)
                    .plan(plan())
                    .faults(faultPlan())
                    .engineSettings(modelOptions.settings())
                    .build());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Plan plan() {
        Plan plan = Plan.unlimited().withRateLimit(rateLimit);
        plan = requestsPerMinute.map(plan::withRequestsPerMinute).orElse(plan);
        return credits.map(plan::withCredits).orElse(plan);
    }

    private FaultPlan faultPlan() {
        FaultPlan plan = FaultPlan.parse(faults);
        return seed.map(plan::withSeed).orElse(plan);
    }

    private void printStart(BackgroundCutEmulator emulator) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("BackgroundCut emulator listens on " + emulator.baseUrl());
        out.println("API keys: " + describeKeys(emulator.apiKey()));
        out.println("Dialect: " + emulator.dialect().text());
        out.println("Engine: " + emulator.engineName());
        if (!emulator.plan().toString().isEmpty()) {
            out.println("Plan of each account: " + emulator.plan());
        }
        if (!emulator.faults().isEmpty()) {
            out.println("Faults on demand: " + emulator.faults());
        }
        out.println("Page with the pictures and the last calls: " + emulator.baseUrl() + "/");
        out.flush();
    }

    /** The output may end up in a log, so it names only the default key. */
    private String describeKeys(String first) {
        if (apiKeys.size() > 1) {
            return "the " + apiKeys.size() + " that you gave, each of an account of its own";
        }
        return first.equals(EmulatorConfiguration.DEFAULT_API_KEY) ? first + " (the default)" : "the one that you gave";
    }

    private void printFailure(UncheckedIOException e) {
        PrintWriter err = spec.commandLine().getErr();
        if (e.getCause() instanceof BindException) {
            err.println("Cannot listen on " + host + ":" + port + ": "
                    + e.getCause().getMessage()
                    + ". Is the port taken? Choose another with --port, or any free one with --port 0.");
        } else {
            err.println(e.getMessage());
        }
        err.flush();
    }

    /** Reads {@code 90s}, {@code 30m}, {@code 2h} and ISO 8601 such as {@code PT1H30M}. */
    static final class DurationConverter implements CommandLine.ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            boolean iso = text.regionMatches(true, 0, "P", 0, 1);
            return Duration.parse(iso ? text : "PT" + text);
        }
    }

    /** Reads {@code paths}, {@code keys} and {@code both}. */
    static final class DialectConverter implements CommandLine.ITypeConverter<Dialect> {

        @Override
        public Dialect convert(String text) {
            return Dialect.fromText(text).orElseThrow(() -> new TypeConversionException("not paths, keys or both"));
        }
    }

    /** Reads {@code fixed-window}, {@code sliding-window} and {@code token-bucket}. */
    static final class RateLimitConverter implements CommandLine.ITypeConverter<RateLimitKind> {

        @Override
        public RateLimitKind convert(String text) {
            return RateLimitKind.fromText(text)
                    .orElseThrow(() -> new TypeConversionException("not fixed-window, sliding-window or token-bucket"));
        }
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = EmulatorMain.class.getPackage().getImplementationVersion();
            return new String[] {"camel-backgroundcut-emulator " + (version == null ? "(not packaged)" : version)};
        }
    }
}
