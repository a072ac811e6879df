// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import io.github.camelbackgroundcut.docs.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder in which the files of a page are laid out as the page says. */
final class EmptyFolder {

    /** "Take the `pom.xml` of [Camel Main](camel-main.md)." */
    private static final Pattern TAKEN =
            Pattern.compile("\\b[Tt]ake the\\s+((?:`[^`]+`(?:,?\\s+and the\\s+)?)+)\\s+of\\s+\\[[^]]*]\\(([^)#]+)");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern COPIED = Pattern.compile("[Cc]opy\\s+this\\s+folder");

    private static final Path SAMPLE = Pages.ROOT.resolve("examples/file-drop/samples/mug.jpg");

    final Path path;

    private EmptyFolder(Path path) {
        this.path = path;
    }

    static EmptyFolder create(Path path) throws IOException {
        EmptyFolder folder = new EmptyFolder(Files.createDirectories(path));
        Files.copy(SAMPLE, path.resolve("mug.jpg"));
        return folder;
    }

    /** Puts what the page tells to download beside its files. */
    void download(Walk walk, Path downloads) throws IOException {
        try (Stream<Path> files = Files.list(downloads)) {
            for (Path file : files.toList()) {
                if (walk.text().contains(file.getFileName().toString())) {
                    Files.copy(file, path.resolve(file.getFileName()));
                }
            }
        }
    }

    /** Lays out the files that the walk takes from other pages, or from the example that it is in. */
    void layOutWhatIsTaken(Walk walk, Ports ports) throws IOException {
        if (COPIED.matcher(walk.text()).find()) {
            copy(walk.path().getParent());
        }
        for (MatchResult taken : TAKEN.matcher(walk.text()).results().toList()) {
            Path page = walk.path().resolveSibling(taken.group(2));
            for (MatchResult name : NAME.matcher(taken.group(1)).results().toList()) {
                write(name.group(1), ports.replaced(file(page, name.group(1))));
            }
        }
    }

    void layOut(Block block, Ports ports) throws IOException {
        String text = ports.replaced(block.text());
        if (isThere(block)) {
            return;
        }
        if (block.partOfPom().isPresent()) {
            addToPom(block.partOfPom().get(), text);
        } else if (block.file().isPresent() && block.isAdded()) {
            Files.writeString(path.resolve(block.file().get()), text, StandardOpenOption.APPEND);
        } else if (block.file().isPresent()) {
            write(block.file().get(), text);
        }
    }

    /** An example that was copied may have it. */
    private boolean isThere(Block block) throws IOException {
        Optional<Path> file = block.file().map(path::resolve).filter(Files::exists);
        return file.isPresent() && Files.readString(file.get()).equals(block.text());
    }

    /** In one go: a route must not see half of it. */
    void drop(String inbox) throws IOException {
        Path folder = Files.createDirectories(path.resolve(inbox));
        Path part = Files.copy(SAMPLE, folder.resolve(".mug.jpg"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, folder.resolve("mug.jpg"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String file(Path page, String name) {
        return Block.in(Pages.text(page)).stream()
                .filter(block -> block.file().filter(name::equals).isPresent())
                .map(Block::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " doesn't show " + name));
    }

    private void addToPom(String list, String element) throws IOException {
        Path pom = path.resolve("pom.xml");
        String text = Files.readString(pom);
        if (withoutSpaces(text).contains(withoutSpaces(element))) {
            return;
        }
        int end = text.lastIndexOf("</" + list + ">");
        Files.writeString(pom, text.substring(0, end) + element + text.substring(end));
    }

    private static String withoutSpaces(String xml) {
        return xml.replaceAll("\\s", "");
    }

    private void write(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private void copy(Path example) throws IOException {
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !example.relativize(file).startsWith("target"))
                    .toList()) {
                Path copy = path.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
