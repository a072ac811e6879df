// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The emulator as a program, called by the integration guide's own means: Python's requests, and curl. */
class EmulatorProgramIT {

    private static final Pattern LISTENS = Pattern.compile("listens on (http://127\\.0\\.0\\.1:\\d+)");

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void endsCleanlyAtASignal() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path working = Files.createDirectory(folder.resolve("working"));
        Process emulator = start(Map.of(), "--port", "0");
        upload(baseUrl(), "emulator-key");
        assertThat(children(temporary)).anyMatch(name -> name.startsWith("backgroundcut-emulator"));

        emulator.destroy();

        assertThat(emulator.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(children(temporary)).noneMatch(name -> name.startsWith("backgroundcut-emulator"));
        assertThat(children(temporary)).noneMatch(name -> name.contains("vertx"));
        assertThat(children(working)).isEmpty();
    }

    @Test
    void endsWithItsInputIfAskedTo() throws Exception {
        Process emulator = start(Map.of(), "--port", "0", "--until-input-ends");
        baseUrl();
        assertThat(emulator.isAlive()).isTrue();

        emulator.getOutputStream().close();

        assertThat(emulator.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(emulator.exitValue()).isZero();
    }

    @Test
    void goesOnWithoutAnInputUnlessAskedNotTo() throws Exception {
        Process emulator = start(Map.of(), "--port", "0");
        emulator.getOutputStream().close();

        assertThat(upload(baseUrl(), "emulator-key")).contains("guide/photo.jpg");
        assertThat(emulator.isAlive()).isTrue();
    }

    @Test
    void takesItsSettingsFromTheEnvironment() throws Exception {
        start(Map.of("BACKGROUNDCUT_EMULATOR_PORT", "0", "BACKGROUNDCUT_EMULATOR_API_KEY", "from-environment"));

        assertThat(upload(baseUrl(), "from-environment")).contains("guide/photo.jpg");
        assertThat(output()).doesNotContain("from-environment");
    }

    @Test
    void optionsWinOverTheEnvironment() throws Exception {
        start(
                Map.of("BACKGROUNDCUT_EMULATOR_PORT", "1", "BACKGROUNDCUT_EMULATOR_API_KEY", "from-environment"),
                "--port",
                "0",
                "--api-key",
                "from-option");

        assertThat(upload(baseUrl(), "from-option")).contains("guide/photo.jpg");
    }

    @Test
    void faultsAreTakenFromTheEnvironmentAndFromOptions() throws Exception {
        start(
                Map.of("BACKGROUNDCUT_EMULATOR_FAULTS", "usage.503=1x:9s", "BACKGROUNDCUT_EMULATOR_SEED", "3"),
                "--port",
                "0",
                "--seed",
                "7");
        TestClient client = TestClient.at(baseUrl(), "Token emulator-key");

        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(503);
        assertThat(output()).contains("Faults on demand: seed=7, usage.503=1x:9s");
    }

    @Test
    void theGuidesPythonScriptRuns(TestInfo test) throws Exception {
        Needs.program(test, "Python with requests", "python3-requests", "python3", "-c", "import requests");
        start(Map.of(), "--port", "0", "--api-key", "YOUR_API_KEY");
        Files.write(folder.resolve("photo.jpg"), TestPictures.jpeg());
        Path script = resource("guide.py");

        String printed = run("python3", script.toString(), baseUrl());

        assertThat(printed).contains("my-project/result.png", "downloaded a PNG", "out of scope: 401");
    }

    @Test
    void curlRunsTheWholeFlow(TestInfo test) throws Exception {
        Needs.program(test, "curl", "curl", "curl", "--version");
        start(Map.of(), "--port", "0", "--api-key", "YOUR_API_KEY");
        Files.write(folder.resolve("photo.jpg"), TestPictures.jpeg());
        String auth = "Authorization: Token YOUR_API_KEY";
        String api = baseUrl() + "/v3/";

        String upload = run(
                "curl",
                "-sS",
                "-H",
                auth,
                "-F",
                "files=@photo.jpg",
                "-F",
                "upload_path=my-project",
                api + "file-ops/upload/");
        String process = run(
                "curl",
                "-sS",
                "-H",
                auth,
                "-H",
                "Content-Type: application/json",
                "-d",
                "{\"input_file_path\": \"my-project/photo.jpg\","
                        + " \"output_variants\": [{\"output_file_path\": \"my-project/result.png\"}]}",
                api + "tools/ai/remove-bg/process/");
        run("curl", "-sSf", "-H", auth, "-o", "result.png", api + "files/my-project/result.png");

        assertThat(upload).isEqualTo("{\"file_paths\":[\"my-project/photo.jpg\"]}");
        assertThat(process).isEqualTo("{\"output_file_paths\":[\"my-project/result.png\"]}");
        assertThat(TestPictures.decode(Files.readAllBytes(folder.resolve("result.png")))
                        .getWidth())
                .isEqualTo(TestPictures.WIDTH);
    }

    @Test
    void thePythonScriptByKeysRuns(TestInfo test) throws Exception {
        Needs.program(test, "Python with requests", "python3-requests", "python3", "-c", "import requests");
        start(Map.of(), "--port", "0", "--api-key", "YOUR_API_KEY", "--dialect", "keys");
        Files.write(folder.resolve("photo.jpg"), TestPictures.jpeg());

        String printed = run("python3", resource("keys.py").toString(), baseUrl());

        assertThat(printed)
                .contains("my-project/result.png", "downloaded a PNG", "out of scope: 401")
                .contains("segmented: my-project/segmented.jpg", "by paths: 400 input_key is required");
    }

    @Test
    void theShellScriptByKeysRuns(TestInfo test) throws Exception {
        Needs.program(test, "curl", "curl", "curl", "--version");
        start(
                Map.of(),
                "--port",
                "0",
                "--api-key",
                "first-key",
                "--api-key",
                "YOUR_API_KEY",
                "--requests-per-minute",
                "4",
                "--rate-limit",
                "sliding-window",
                "--credits",
                "1");
        Files.write(folder.resolve("photo.jpg"), TestPictures.jpeg());

        String printed = run("sh", resource("keys.sh").toString(), baseUrl());

        assertThat(printed).isEqualTo("{\"success\":true}\n{\"output_keys\":[\"my-project/result.png\"]}\n402\n429\n");
        assertThat(TestPictures.decode(Files.readAllBytes(folder.resolve("result.png")))
                        .getWidth())
                .isEqualTo(TestPictures.WIDTH);
        assertThat(output())
                .contains("API keys: the 2 that you gave", "Dialect: both")
                .contains("Plan of each account: 4 requests a minute (sliding-window), 1 credits");
    }

    private String upload(String baseUrl, String apiKey) {
        return TestClient.at(baseUrl, "Token " + apiKey).uploaded("guide", "photo.jpg", TestPictures.jpeg());
    }

    /** The standalone jar if it has been built, else the classes. */
    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It starts sooner.
        command.add("-XX:TieredStopAtLevel=1");
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        command.add("-Djava.io.tmpdir=" + temporary);
        Path jar = Path.of(System.getProperty("standalone.jar", "missing"));
        command.addAll(
                Files.exists(jar)
                        ? List.of("-jar", jar.toAbsolutePath().toString())
                        : List.of("-cp", System.getProperty("java.class.path"), EmulatorMain.class.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder.resolve("working")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(outputFile().toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private String baseUrl() {
        return Awaitility.await()
                .until(
                        () -> {
                            Matcher matcher = LISTENS.matcher(output());
                            return matcher.find() ? matcher.group(1) : "";
                        },
                        url -> !url.isEmpty());
    }

    private String output() throws IOException {
        return Files.readString(outputFile());
    }

    private Path outputFile() {
        return folder.resolve("output.txt");
    }

    private String run(String... command) throws Exception {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        processes.add(process);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static Path resource(String name) throws Exception {
        return Path.of(EmulatorProgramIT.class.getResource("/" + name).toURI());
    }

    private static List<String> children(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
