// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A code block of a page.
 *
 * @param words the paragraph before it, which says what it is
 */
record Block(String words, String language, String text) {

    private static final Pattern PART =
            Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$|^((?:(?! *```)[^\\n]+(?:\\n|\\z))+)");

    /** The file's name is the paragraph, or the last word of it. */
    private static final Pattern FILE =
            Pattern.compile("`([\\w./-]+\\.(?:xml|properties|yaml|java|sh))`(?: [\\w ]+)?:?\\s*\\z");

    static List<Block> in(String text) {
        List<Block> blocks = new ArrayList<>();
        String words = "";
        for (MatchResult part : PART.matcher(text).results().toList()) {
            if (part.group(2) != null) {
                blocks.add(new Block(words, part.group(1), part.group(2).stripIndent()));
                words = "";
            } else {
                words = part.group(3);
            }
        }
        return blocks;
    }

    /** Its place in the folder, if it is a file. */
    Optional<String> file() {
        return FILE.matcher(words).results().map(file -> file.group(1)).findFirst();
    }

    /** Whether it belongs into a file that is there, rather than being a file. */
    boolean isAdded() {
        return words.matches("(?s).*\\b[Aa]dd\\b.*");
    }

    /** The element of a POM that lists what it is: dependencies or plugins. */
    Optional<String> partOfPom() {
        return Stream.of("dependency", "plugin")
                .filter(element -> text.startsWith("<" + element + ">"))
                .map(element -> element.equals("plugin") ? "plugins" : "dependencies")
                .findFirst();
    }

    boolean isCommands() {
        return language.equals("sh") && file().isEmpty();
    }

    /** What is run of it: the build of this project has made its modules already. */
    String commands() {
        return text.replaceAll("(?m)^\\./mvnw (?:-q )?(?:install|package) -DskipTests(?: -pl \\S+ -am)?$", "");
    }

    /** The commands in it that are not settings. */
    List<String> programs() {
        return !isCommands() && !isForTheConsole()
                ? List.of()
                : commands()
                        .replaceAll("\\\\\\n\\s*", "")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.matches("(?:export |alias |#).*"))
                        .toList();
    }

    /** Whether its commands do more than build and test. */
    boolean isStart() {
        return isCommands()
                && !programs().stream().allMatch(program -> program.matches("mvn (?:test|package|install)"));
    }

    /** Whether it is for the console of the program that was started last. */
    boolean isForTheConsole() {
        return language.equals("karaf");
    }

    /** Whether it is for the time while the commands before it run. */
    boolean isBesideOthers() {
        return isForTheConsole() || words.startsWith("In another terminal");
    }

    /** Whether its commands are for a checkout of this project, not for the folder. */
    boolean isForTheProject() {
        return words.contains("root of this project");
    }
}
