// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of the build, as folders below the root. */
public final class Modules {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Modules() {}

    /** Of the root's POM and of those that it lists. */
    public static List<String> names() {
        return below(Path.of("")).distinct().toList();
    }

    private static Stream<String> below(Path folder) {
        Path pom = Pages.ROOT.resolve(folder).resolve("pom.xml");
        return MODULE.matcher(Pages.text(pom))
                .results()
                .map(module -> folder.resolve(module.group(1)).normalize())
                .flatMap(module -> Stream.concat(Stream.of(module.toString()), below(module)));
    }
}
