// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import io.github.camelbackgroundcut.docs.Pages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a newcomer copies from a page, in order: its beginning, and some of its sections.
 *
 * @param page its path from the root of the repository
 * @param inbox the folder that the page says pictures are put into
 * @param output what the last command prints instead of making a cutout, such as the result of a test
 */
record Walk(String page, List<String> sections, String inbox, Optional<Pattern> output) {

    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

    static Walk of(String page, String... sections) {
        return new Walk(page, List.of(sections), "inbox", Optional.empty());
    }

    Walk withInbox(String folder) {
        return new Walk(page, sections, folder, output);
    }

    Walk thatPrints(String pattern) {
        return new Walk(page, sections, inbox, Optional.of(Pattern.compile(pattern)));
    }

    boolean isPrinted(String text) {
        return output.filter(pattern -> pattern.matcher(text).find()).isPresent();
    }

    /** The text of the page that is followed. */
    String text() {
        String whole = Pages.text(path());
        return Stream.concat(
                        Stream.of(HEADING.split(whole)[0]), sections.stream().map(section -> section(whole, section)))
                .collect(Collectors.joining("\n"));
    }

    List<Block> blocks() {
        return Block.in(text());
    }

    Path path() {
        return Pages.ROOT.resolve(page);
    }

    private String section(String whole, String heading) {
        int start = whole.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new AssertionError(page + " has no section " + heading);
        }
        int end = whole.indexOf("\n## ", start + 1);
        return whole.substring(start, end < 0 ? whole.length() : end);
    }

    /** A name for its folder. */
    String folder() {
        return toString().replaceAll("\\W+", "-");
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(page), sections.stream()).collect(Collectors.joining(", "));
    }
}
