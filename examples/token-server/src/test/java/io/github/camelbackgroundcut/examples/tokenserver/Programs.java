// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of this machine. */
final class Programs {

    private Programs() {}

    static Optional<Path> find(NeedsProgram need) {
        return find(need, System.getenv());
    }

    /** The one that a variable names is taken as it is: should it be wrong, its start says so. */
    static Optional<Path> find(NeedsProgram need, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(need.environment()))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .or(() -> Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(folder -> Stream.of(need.names()).map(name -> Path.of(folder, name)))
                        .filter(Files::isRegularFile)
                        .filter(Files::isExecutable)
                        .findFirst());
    }
}
