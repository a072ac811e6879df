// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs one emulator for all tests of a class, {@code @Nested} ones included. It also resolves parameters of the type
 * {@link BackgroundCutEmulator}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();
 * }</pre>
 *
 * <p>Faults that a test sets with {@code emulator().setFaults(…)} stay for the next test. Reset them with
 * {@code setFaults(FaultPlan.none())} in an {@code @AfterEach} method. The same holds for the plan and the dialect.
 *
 * <p>With {@code @ExtendWith(BackgroundCutEmulatorExtension.class)} it runs with the defaults.
 */
public final class BackgroundCutEmulatorExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private final EmulatorConfiguration configuration;

    private Optional<BackgroundCutEmulator> running = Optional.empty();
    // Nested classes repeat the callbacks of the class around them.
    private int depth;

    /** An emulator with the defaults. */
    public BackgroundCutEmulatorExtension() {
        this(EmulatorConfiguration.builder().build());
    }

    public BackgroundCutEmulatorExtension(EmulatorConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @throws IllegalStateException if no test class is running, or if the extension's field is not static */
    public BackgroundCutEmulator emulator() {
        return running.orElseThrow(() -> new IllegalStateException(
                "The emulator does not run: is the @RegisterExtension field static, and has the test class started?"));
    }

    /** See {@link BackgroundCutEmulator#baseUrl()}. */
    public String baseUrl() {
        return emulator().baseUrl();
    }

    /** See {@link BackgroundCutEmulator#apiKey()}. */
    public String apiKey() {
        return emulator().apiKey();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (depth++ == 0) {
            running = Optional.of(BackgroundCutEmulator.start(configuration));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--depth == 0) {
            running.ifPresent(BackgroundCutEmulator::close);
            running = Optional.empty();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BackgroundCutEmulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return emulator();
    }
}
