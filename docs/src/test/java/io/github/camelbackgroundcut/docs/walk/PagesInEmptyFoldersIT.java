// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.docs.FreePort;
import io.github.camelbackgroundcut.docs.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Follows each page word by word, as a newcomer does: its files are laid out in an empty folder, its commands are run, and a cutout must
 * come out. The emulator is the program of its own page.
 */
class PagesInEmptyFoldersIT {

    private static final Path WALKS = Path.of("target/pages").toAbsolutePath();

    private static Home home;
    private static Terminal emulator;
    private static int emulatorPort;

    @BeforeAll
    static void startTheEmulator() throws Exception {
        Files.createDirectories(WALKS);
        home = Home.create(
                WALKS.resolve("home"),
                Path.of(System.getProperty("build.repository")),
                Path.of(System.getProperty("maven.folder")));
        emulator = new Terminal(home, WALKS.resolve("emulator.log"));
        emulatorPort = FreePort.any();
        Ports ports = Ports.withEmulator(emulatorPort);
        Block program = Walk.of("docs/emulator.md", "Beside a route").blocks().stream()
                .filter(Block::isCommands)
                .findFirst()
                .orElseThrow();
        emulator.run(ports.replaced(program.text()), Pages.ROOT, () -> Ports.isHeard(emulatorPort));
    }

    @AfterAll
    static void stopTheEmulator() {
        emulator.close();
    }

    static List<Walk> walks() {
        String only = System.getProperty("pages.only", "");
        return Walks.ALL.stream().filter(walk -> walk.toString().contains(only)).toList();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void makesACutout(Walk walk) throws Exception {
        long start = System.nanoTime();
        EmptyFolder folder = EmptyFolder.create(WALKS.resolve(walk.folder()));
        List<String> run = new ArrayList<>();
        String found;
        try (Terminal terminal = new Terminal(home, WALKS.resolve(walk.folder() + ".log"))) {
            follow(walk, folder, terminal, run);
            found = result(walk, folder, terminal);
        }
        System.out.printf(
                "%s: %s: %s, %d s%n", walk, String.join("; ", run), found, (System.nanoTime() - start) / 1_000_000_000);
    }

    private void follow(Walk walk, EmptyFolder folder, Terminal terminal, List<String> run) throws Exception {
        List<Block> blocks = walk.blocks();
        Ports ports = Ports.withEmulator(
                blocks.stream().anyMatch(block -> block.text().contains("-standalone.jar"))
                        ? FreePort.any()
                        : emulatorPort);
        folder.layOutWhatIsTaken(walk, ports);
        folder.drop(walk.inbox());
        for (Block block : blocks) {
            if (block.isCommands()) {
                run(walk, block, ports, folder, terminal, run);
            } else {
                folder.layOut(block, ports);
            }
        }
    }

    private void run(Walk walk, Block block, Ports ports, EmptyFolder folder, Terminal terminal, List<String> run)
            throws Exception {
        String commands = ports.replaced(block.text());
        List<Integer> awaited = ports.silent(commands);
        Path place = block.isForTheProject() ? Pages.ROOT : folder.path;
        terminal.run(
                commands,
                place,
                () -> isDone(walk, folder, terminal)
                        || !Cutouts.in(folder.path).isEmpty()
                        || !awaited.isEmpty() && awaited.stream().allMatch(Ports::isHeard));
        commands.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("export ") && !line.startsWith(" "))
                .forEach(run::add);
    }

    private static boolean isDone(Walk walk, EmptyFolder folder, Terminal terminal) {
        return walk.output()
                .map(printed -> printed.matcher(terminal.output()).find())
                .orElseGet(() -> !Cutouts.in(folder.path).isEmpty());
    }

    private static String result(Walk walk, EmptyFolder folder, Terminal terminal) {
        terminal.awaitResult(() -> isDone(walk, folder, terminal));
        assertThat(isDone(walk, folder, terminal)).as(terminal::output).isTrue();
        return walk.output().map(Object::toString).orElseGet(() -> Cutouts.in(folder.path).toString());
    }
}
