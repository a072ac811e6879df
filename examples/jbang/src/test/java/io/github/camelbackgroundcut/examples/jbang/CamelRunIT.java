// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.jbang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README, in an empty folder. */
class CamelRunIT {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Path README = Path.of("README.md");
    private static final Path DROPS = Path.of("../../docs/drops.md");
    private static final Pattern DROP =
            Pattern.compile("```yaml\\n([^`]*uri: kamelet:backgroundcut-file-drop\\n[^`]*)```");
    private static final Pattern PROPERTIES = Pattern.compile("```properties\\n([^`]*)```");
    private static final Pattern COMMAND = Pattern.compile("^camel (run .*)$", Pattern.MULTILINE);

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();

    @TempDir
    Path folder;

    @Test
    void documentedCommandCutsOutWhatLiesInTheInbox() throws Exception {
        Files.copy(Path.of("remove-background.camel.yaml"), here().resolve("remove-background.camel.yaml"));

        cutsOut(arguments(README).get(0), "inbox/mug.jpg", "outbox/mug.png");
    }

    /** The page's own lines: a route of a dozen lines, and no class. */
    @Test
    void crashSafeDropIsOneFile() throws Exception {
        String page = Files.readString(DROPS);
        Files.writeString(here().resolve("file-drop.camel.yaml"), first(DROP, page));
        Files.writeString(here().resolve("application.properties"), first(PROPERTIES, page));

        cutsOut(arguments(DROPS).get(0), "pictures/inbox/mug.jpg", "pictures/outbox/mug.jpg.png");
    }

    private static String first(Pattern block, String page) {
        Matcher matcher = block.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Path here() throws IOException {
        return Files.createDirectories(folder.resolve("here"));
    }

    private void cutsOut(List<String> arguments, String picture, String result) throws Exception {
        Path here = here();
        Path inbox = here.resolve(picture);
        Files.createDirectories(inbox.getParent());
        Files.copy(Path.of("../file-drop/samples/mug.jpg"), inbox, StandardCopyOption.REPLACE_EXISTING);
        Path repository = LocalRepository.create(
                folder.resolve("repository"),
                Path.of(System.getProperty("build.repository")),
                System.getProperty("project.version"));
        Path log = Path.of("target/camel-run.log").toAbsolutePath();
        Process camel = camel(arguments, here, repository, log);
        try {
            Path cutout = here.resolve(result);
            await().atMost(START).until(() -> Files.exists(cutout) || !camel.isAlive());

            assertThat(cutout).as(() -> text(log)).exists();
            assertThat(ImageIO.read(cutout.toFile()).getRGB(2, 2) >>> 24)
                    .as("alpha of the backdrop")
                    .isZero();
        } finally {
            camel.destroy();
            if (!camel.waitFor(20, TimeUnit.SECONDS)) {
                camel.destroyForcibly();
                camel.waitFor();
            }
            LocalRepository.unlink(repository);
        }
    }

    @Test
    void theReadmeShowsTheRouteAndTheVersion() throws IOException {
        assertThat(Files.readString(README))
                .contains("```yaml\n" + Files.readString(Path.of("remove-background.camel.yaml")) + "```\n");
        assertThat(String.join(" ", arguments(README).get(0)))
                .contains("camel-backgroundcut:" + System.getProperty("project.version"));
    }

    private static List<List<String>> arguments(Path page) throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(page));
        List<List<String>> commands = new ArrayList<>();
        while (command.find()) {
            commands.add(List.of(command.group(1).split(" ")));
        }
        return commands;
    }

    private Process camel(List<String> arguments, Path here, Path repository, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmaven.repo.local=" + repository,
                "-Duser.home=" + Files.createDirectories(folder.resolve("home")),
                "-jar",
                Path.of("target/camel.jar").toAbsolutePath().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("BACKGROUNDCUT_API_KEY", EMULATOR.apiKey());
        builder.environment().put("BACKGROUNDCUT_BASE_URL", EMULATOR.baseUrl());
        return builder.start();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
