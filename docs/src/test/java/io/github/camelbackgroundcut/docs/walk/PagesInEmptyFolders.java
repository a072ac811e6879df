// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelbackgroundcut.docs.FreePort;
import io.github.camelbackgroundcut.docs.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Follows each page word by word, as a newcomer does: its files are laid out in an empty folder, its commands are run, and a cutout must
 * come out. The emulator is the program of its own page.
 */
class PagesInEmptyFolders {

    private static final Path LOGS = Path.of("target/pages").toAbsolutePath();
    private static final Path DOWNLOADS =
            Path.of(System.getProperty("pages.downloads")).toAbsolutePath();

    /** The security manager was removed there. */
    private static final int JAVA_WITHOUT_KARAF = 24;

    private static final Pattern STARTS_AN_EMULATOR = Pattern.compile("-standalone\\.jar|TOKENSERVER_EMULATOR_PORT");

    /** Outside of this project, whose settings Maven would find. */
    @TempDir
    static Path folders;

    private static Home home;
    private static Terminal emulator;
    private static int emulatorPort;

    @BeforeAll
    static void startTheEmulator() throws Exception {
        Files.createDirectories(LOGS);
        home = Home.create(
                folders.resolve("home"),
                Path.of(System.getProperty("build.repository")),
                Path.of(System.getProperty("pages.maven")));
        emulator = new Terminal(home, LOGS.resolve("emulator.log"));
        emulatorPort = FreePort.any();
        Ports ports = Ports.withEmulator(emulatorPort);
        Block program = Walk.of("docs/emulator.md", "Beside a route").blocks().stream()
                .filter(Block::isCommands)
                .findFirst()
                .orElseThrow();
        emulator.run(ports.replaced(program.text()), Pages.ROOT, () -> Ports.isHeard(emulatorPort));
    }

    @AfterAll
    static void stopTheEmulator() throws Exception {
        emulator.close();
        home.close();
    }

    static List<Walk> walks() {
        Pattern only = Pattern.compile(System.getProperty("pages.only", ""));
        return Walks.ALL.stream()
                .filter(walk -> only.matcher(walk.toString()).find())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("walks")
    @Execution(ExecutionMode.CONCURRENT)
    void makesACutout(Walk walk) throws Exception {
        assumeTrue(
                Runtime.version().feature() < JAVA_WITHOUT_KARAF
                        || walk.blocks().stream().noneMatch(Block::isForTheConsole),
                "Karaf 4.4 does not start on this Java");
        long start = System.nanoTime();
        EmptyFolder folder = EmptyFolder.create(folders.resolve(walk.folder()));
        List<String> run = new ArrayList<>();
        String found;
        try (Terminal terminal = new Terminal(home, LOGS.resolve(walk.folder() + ".log"))) {
            follow(walk, folder, terminal, run);
            found = result(walk, folder, terminal);
        }
        System.out.printf(
                "%s: %s: %s, %d s%n", walk, String.join("; ", run), found, (System.nanoTime() - start) / 1_000_000_000);
    }

    @Test
    void findsAPageWhoseCommandFails() throws Exception {
        Walk walk = page("failing.md", "```sh\nexit 3\n```\n");

        assertThatThrownBy(() -> makesACutout(walk)).hasMessageContaining("ended with 3");
    }

    @Test
    void findsAPageThatMakesNoCutout() throws Exception {
        Walk walk = page("idle.md", "`notes.png`\n\n```sh\necho done\n```\n");

        assertThatThrownBy(() -> makesACutout(walk)).hasMessageContaining("done");
    }

    private static Walk page(String name, String text) throws Exception {
        return Walk.of(Files.writeString(folders.resolve(name), text).toString());
    }

    private void follow(Walk walk, EmptyFolder folder, Terminal terminal, List<String> run) throws Exception {
        List<Block> blocks = walk.blocks();
        Ports ports = Ports.withEmulator(startsAnEmulator(blocks) ? FreePort.any() : emulatorPort);
        folder.layOutWhatIsTaken(walk, ports);
        folder.download(walk, DOWNLOADS);
        // A picture that is there while an application is tested would go to the emulator of that test.
        Optional<Block> start = blocks.stream().filter(Block::isStart).findFirst();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (start.filter(block::equals).isPresent()) {
                folder.drop(walk.inbox());
            }
            boolean next = at + 1 < blocks.size() && blocks.get(at + 1).isBesideOthers();
            if (block.isForTheConsole()) {
                terminal.type(block.text());
            } else if (block.isCommands()) {
                String commands = ports.replaced(block.commands());
                List<Integer> awaited = ports.silent(commands);
                int before = Cutouts.in(folder.path).size();
                terminal.run(
                        commands,
                        block.isForTheProject() ? Pages.ROOT : folder.path,
                        () -> walk.isPrinted(terminal.output())
                                || Cutouts.in(folder.path).size() > before
                                || awaited.stream().allMatch(Ports::isHeard)
                                        && (next || !awaited.isEmpty() && terminal.isQuiet()));
            } else {
                folder.layOut(block, ports);
            }
            block.programs().forEach(run::add);
        }
    }

    private static boolean startsAnEmulator(List<Block> blocks) {
        return blocks.stream()
                .anyMatch(block -> STARTS_AN_EMULATOR.matcher(block.text()).find());
    }

    private static String result(Walk walk, EmptyFolder folder, Terminal terminal) {
        if (walk.output().isPresent()) {
            terminal.awaitResult(() -> walk.isPrinted(terminal.output()));
            assertThat(walk.isPrinted(terminal.output())).as(terminal::output).isTrue();
            return walk.output().get().toString();
        }
        terminal.awaitResult(() -> !Cutouts.in(folder.path).isEmpty());
        List<String> cutouts = Cutouts.in(folder.path);
        assertThat(cutouts).as(terminal::output).isNotEmpty();
        return String.join(", ", cutouts);
    }
}
