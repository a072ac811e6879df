// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The two other clients, started by the commands of the README. That it shows their text, {@link ReadmeTest} sees to. */
class ClientsIT {

    /** A command of the README, which is for a shell. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It is for a shell")
    @NeedsProgram(value = "a shell", names = "sh", install = "Debian: apt-get install dash")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface ShellTest {}

    @ShellTest
    @NeedsProgram(value = "curl", names = "curl", install = "Debian: apt-get install curl")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface CurlScriptTest {}

    private static final Path PICTURE = Path.of("samples", "perfume.jpg");
    private static final long PATIENCE_SECONDS = 60;

    private static TestServer server;

    @TempDir
    private Path folder;

    @AfterEach
    void speakBoth() {
        server.emulator.setDialect(Dialect.BOTH);
    }

    @BeforeAll
    static void start() {
        server = new TestServer(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @CurlScriptTest
    void theCurlScriptCutsAPictureOut() throws Exception {
        String command = Readme.command("clients/cut-out.sh")
                .replace("samples/mug.jpg", PICTURE.toString())
                .replace(" mug.png", " " + folder.resolve("mug.png"))
                .replace("http://127.0.0.1:8080", server.address);

        assertThat(run("sh", "-c", command)).isEqualTo(folder.resolve("mug.png") + "\n");

        assertCutout(folder.resolve("mug.png"));
    }

    @CurlScriptTest
    void theCurlScriptSpeaksBothDialects() throws Exception {
        for (Dialect dialect : Dialect.values()) {
            server.emulator.setDialect(dialect);
            Path cutout = folder.resolve(dialect.text() + ".png");

            run("clients/cut-out.sh", PICTURE.toString(), cutout.toString(), server.address);

            assertCutout(cutout);
        }
    }

    @CurlScriptTest
    void theCurlScriptTakesAnyName() throws Exception {
        Path picture = Files.copy(PICTURE, folder.resolve("my \"new\", picture; größer.jpg"));
        Path cutout = folder.resolve("my cutout.png");

        run("clients/cut-out.sh", picture.toString(), cutout.toString(), server.address);

        assertCutout(cutout);
    }

    @CurlScriptTest
    void theCurlScriptPaysNothingForWhatIsNoPicture() throws Exception {
        int before = server.emulator.charges().size();
        Path notes = Files.writeString(folder.resolve("notes.jpg"), "These are notes.");

        Process process = new ProcessBuilder("clients/cut-out.sh", notes.toString(), "none.png", server.address)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes())).containsOnlyOnce("400");
        assertThat(process.waitFor()).isNotZero();
        assertThat(server.emulator.charges()).hasSize(before);
    }

    @CurlScriptTest
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

    @ShellTest
    void theCamelRouteCutsAPictureOut() throws Exception {
        cutOutByTheCamelRoute();
    }

    @ShellTest
    void theCamelRouteCutsAPictureOutByKeys() throws Exception {
        server.emulator.setDialect(Dialect.KEYS);

        cutOutByTheCamelRoute();
    }

    private void cutOutByTheCamelRoute() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.copy(PICTURE, inbox.resolve("perfume.jpg"));
        Path cutout = folder.resolve("outbox").resolve("perfume.png");
        // As the README has it, with the Java, the folders and the addresses of this test.
        String command = Readme.command("java -Dcamel.main.routesIncludePattern")
                .replaceAll("-Dclient\\.\\S+ ", "")
                .replaceFirst("^java ", Matcher.quoteReplacement(java() + " " + settings(inbox, server.address)));
        Process process = new ProcessBuilder("sh", "-c", "exec " + command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .until(() -> Files.exists(inbox.resolve(".done").resolve("perfume.jpg")) || !process.isAlive());
        } finally {
            process.destroy();
            process.waitFor();
        }

        String log = Files.readString(folder.resolve("log"));
        assertThat(cutout).as(log).exists();
        assertCutout(cutout);
        assertThat(log).contains("Cutout: ").contains("perfume.png");
    }

    @Test
    void aPictureThatGetsNoTokenIsPutAside() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.copy(PICTURE, inbox.resolve("perfume.jpg"));
        try (TestServer wrong = TestServer.withWrongKey()) {
            runTheCamelRouteUntil(() -> Files.exists(inbox.resolve(".failed").resolve("perfume.jpg")), wrong);
        }

        assertThat(folder.resolve("outbox")).doesNotExist();
    }

    @Test
    void theCamelRoutePaysOnceAndLosesNothingWhileCallsFailAndAPictureIsBroken() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.copy(PICTURE, inbox.resolve("perfume.jpg"));
        Files.copy(PICTURE.resolveSibling("plant.jpg"), inbox.resolve("plant.jpg"));
        Files.writeString(inbox.resolve("notes.jpg"), "These are notes.");
        try (TestServer faulty = new TestServer(Map.of())) {
            faulty.emulator.setFaults(
                    "upload.503=1x, process.429=1x:1s, process.503=1x, process.lost=1x, download.truncated=1x");
            runTheCamelRouteUntil(() -> names(inbox).isEmpty(), faulty);

            assertThat(faulty.emulator.struckFaults()).hasSize(5);
            assertThat(faulty.emulator.charges().values()).containsExactly(1, 1);
        }

        assertThat(names(inbox.resolve(".done"))).containsExactlyInAnyOrder("perfume.jpg", "plant.jpg");
        assertThat(names(inbox.resolve(".failed"))).containsExactly("notes.jpg");
        assertThat(names(folder.resolve("outbox"))).containsExactlyInAnyOrder("perfume.png", "plant.png");
        assertCutout(folder.resolve("outbox/perfume.png"));
    }

    private void runTheCamelRouteUntil(Callable<Boolean> done, TestServer service) throws Exception {
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.addOverrideProperty("camel.main.routes-include-pattern", "file:clients/cut-out.camel.yaml");
        main.addOverrideProperty("camel.server.enabled", "false");
        main.addOverrideProperty("client.token-server", service.address);
        main.addOverrideProperty("client.api-base", service.emulator.baseUrl());
        main.addOverrideProperty("client.inbox", folder.resolve("inbox").toString());
        main.addOverrideProperty("client.outbox", folder.resolve("outbox").toString());
        main.start();
        try {
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(done);
        } finally {
            main.stop();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".camelLock"))
                    .toList();
        }
    }

    private String settings(Path inbox, String tokenServer) {
        return "-Dclient.inbox='%s' -Dclient.outbox='%s' -Dclient.token-server=%s -Dclient.api-base=%s "
                .formatted(inbox, folder.resolve("outbox"), tokenServer, server.emulator.baseUrl());
    }

    private static String java() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'";
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
