// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EmulatorMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesOptionsAndEnvironmentVariables() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains("--host", "--port", "--api-key", "--file-expiry", "--faults", "--seed")
                .contains("--model", "--preset", "--model-properties", "--model-runs", "BACKGROUNDCUT_EMULATOR_MODEL")
                .contains("--dialect", "--requests-per-minute", "--rate-limit", "--credits")
                .contains("BACKGROUNDCUT_EMULATOR_PORT", "BACKGROUNDCUT_EMULATOR_API_KEY", "emulator-key")
                .contains("BACKGROUNDCUT_EMULATOR_FAULTS", "BACKGROUNDCUT_EMULATOR_SEED");
    }

    @Test
    void versionIsPrinted() {
        assertThat(run("--version")).isZero();

        assertThat(out.toString()).startsWith("camel-backgroundcut-emulator ");
    }

    @ParameterizedTest
    @CsvSource({
        "--port=banana, --port",
        "--port=70000, port",
        "--file-expiry=soon, --file-expiry",
        "--file-expiry=0s, fileExpiry",
        "--api-key=, apiKey",
        "--faults=process.banana=1, banana",
        "--seed=banana, --seed",
        "--dialect=banana, --dialect",
        "--dialect=banana, 'paths, keys or both'",
        "--requests-per-minute=0, requestsPerMinute",
        "--requests-per-minute=many, --requests-per-minute",
        "--rate-limit=banana, token-bucket",
        "--credits=-1, credits",
        "--credits=banana, --credits",
        "--faults=credits=3, credits=3",
        "--preset=u2net, need a model",
        "--model=my.onnx, camel-backgroundcut-emulator-onnx",
        "--model-runs=0, modelRuns",
        "--banana, --banana"
    })
    void aWrongOptionIsExplained(String option, String named) {
        assertThat(run(option)).isEqualTo(2);

        assertThat(err.toString()).contains(named).contains("Usage:");
    }

    @Test
    void aTakenPortIsExplained() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--port", String.valueOf(taken.getLocalPort()))).isEqualTo(1);

            assertThat(err.toString())
                    .startsWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("--port");
        }
    }

    private int run(String... arguments) {
        CommandLine commandLine = EmulatorMain.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
