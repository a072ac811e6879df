// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A code block of a page, or a file of routes with a link from a page.
 *
 * @param place the page or the file, from the root of the repository
 * @param language what is written behind the block's fence, or the file's ending
 */
record PageSnippet(String place, String language, String text) {

    /** It may be in a list or in a quotation. */
    private static final Pattern BLOCK =
            Pattern.compile("^[ >*-]*```([^\\n]*)\\n(.*?)^[ >]*```", Pattern.DOTALL | Pattern.MULTILINE);

    /** Beginnings and parts of routes, in any language, so that none is overlooked. */
    private static final Pattern ROUTE = Pattern.compile(
            "\\btemplatedRoute:|\\bfrom[CFDV]*\\(|\\.to[DFV]*\\(\\s*\"?backgroundcut\\b|\\bonException\\(|^ *-? *\"?from\"?:|kind: Pipe"
                    + "|<from\\b|<to\\b|^ *-? *to:|uri\"?[:=] *\"?(backgroundcut|kamelet:backgroundcut)",
            Pattern.MULTILINE);

    /** All blocks of all pages with a route, or a part of one, in them; and all routes of the examples that are files. */
    static List<PageSnippet> routes() {
        return Stream.concat(
                        Pages.ending(".md").stream().flatMap(PageSnippet::blocks),
                        Pages.ending(".camel.yaml").stream()
                                .filter(file -> place(file).startsWith("examples/"))
                                .map(file -> new PageSnippet(place(file), "yaml", Pages.text(file))))
                .filter(PageSnippet::isRoute)
                .toList();
    }

    static Stream<PageSnippet> blocks(Path page) {
        return blocks(place(page), Pages.text(page));
    }

    static Stream<PageSnippet> blocks(String place, String page) {
        return BLOCK.matcher(page)
                .results()
                .map(block -> new PageSnippet(
                        place, block.group(1).strip(), block.group(2).stripIndent()));
    }

    boolean isRoute() {
        return ROUTE.matcher(text).find();
    }

    private static String place(Path file) {
        return Pages.ROOT.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return place + " (" + language + "): "
                + text.strip().lines().findFirst().orElse("");
    }
}
