// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.maven.dependency.ResolvedDependency;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The emulator and its libraries, among all that the build has. */
final class EmulatorClassPath {

    private static final ArtifactKey EMULATOR =
            ArtifactKey.ga("io.github.camelbackgroundcut", "camel-backgroundcut-emulator");

    private EmulatorClassPath() {}

    /** @return empty if the application excludes the emulator */
    static List<Path> of(ApplicationModel application) {
        Map<ArtifactKey, ResolvedDependency> known = StreamSupport.stream(
                        application.getDependencies().spliterator(), false)
                .collect(Collectors.toMap(ResolvedDependency::getKey, Function.identity(), (first, second) -> first));
        Map<ArtifactKey, ResolvedDependency> needed = new LinkedHashMap<>();
        Deque<ArtifactKey> found = new ArrayDeque<>(List.of(EMULATOR));
        while (!found.isEmpty()) {
            ArtifactKey key = found.poll();
            // What a build leaves out, such as an excluded library, isn't there.
            if (known.containsKey(key) && needed.putIfAbsent(key, known.get(key)) == null) {
                known.get(key).getDependencies().stream()
                        .map(ArtifactCoords::getKey)
                        .forEach(found::add);
            }
        }
        return needed.values().stream()
                .flatMap(dependency -> dependency.getResolvedPaths().stream())
                .toList();
    }
}
