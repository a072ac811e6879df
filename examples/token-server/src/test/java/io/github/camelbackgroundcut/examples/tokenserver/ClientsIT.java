// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The two other clients of the README, as they stand in the folder {@code clients}. */
class ClientsIT {

    private static final Path PICTURE = Path.of("samples", "perfume.jpg");
    private static final long PATIENCE_SECONDS = 60;

    private static TestServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = new TestServer(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It is a shell script")
    void theCurlScriptCutsAPictureOut() throws Exception {
        Path picture = Files.copy(PICTURE, folder.resolve("my picture.jpg"));
        Path cutout = folder.resolve("cutout.png");

        assertThat(run("clients/cut-out.sh", picture.toString(), cutout.toString(), server.address))
                .isEqualTo(cutout + "\n");

        assertCutout(cutout);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It is a shell script")
    void theCurlScriptFailsIfItsServerDoes() throws Exception {
        Process process = new ProcessBuilder(
                        "clients/cut-out.sh",
                        PICTURE.toString(),
                        folder.resolve("x.png").toString(),
                        server.address + "/none")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes())).contains("404");
        assertThat(process.waitFor()).isNotZero();
        assertThat(folder.resolve("x.png")).doesNotExist();
    }

    @Test
    void theCamelRouteCutsAPictureOut() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.copy(PICTURE, inbox.resolve("perfume.jpg"));
        Path cutout = folder.resolve("outbox").resolve("perfume.png");
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.addOverrideProperty("camel.main.routes-include-pattern", "file:clients/cut-out.camel.yaml");
        main.addOverrideProperty("camel.server.enabled", "false");
        main.addOverrideProperty("client.token-server", server.address);
        main.addOverrideProperty("client.api-base", server.emulator.baseUrl());
        main.addOverrideProperty("client.inbox", inbox.toString());
        main.addOverrideProperty("client.outbox", cutout.getParent().toString());
        main.start();
        try {
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .until(() -> Files.exists(inbox.resolve(".done").resolve("perfume.jpg")));
        } finally {
            main.stop();
        }

        assertCutout(cutout);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static void assertCutout(Path file) throws IOException {
        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getColorModel().hasAlpha()).isTrue();
    }
}
