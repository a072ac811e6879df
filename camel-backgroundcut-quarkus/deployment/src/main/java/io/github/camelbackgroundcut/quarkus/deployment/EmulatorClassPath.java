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

/** The emulator and its libraries, among all that the build has. */
final class EmulatorClassPath {

    private static final ArtifactKey EMULATOR = ArtifactKey.of(
            "io.github.camelbackgroundcut",
            "camel-backgroundcut-emulator",
            ArtifactCoords.DEFAULT_CLASSIFIER,
            ArtifactCoords.TYPE_JAR);

    private EmulatorClassPath() {}

    /** @return empty if the application excludes the emulator */
    static List<Path> of(ApplicationModel application) {
        Map<ArtifactKey, ResolvedDependency> needed = new LinkedHashMap<>();
        Map<ArtifactKey, ResolvedDependency> known = application.getDependencies().stream()
                .collect(Collectors.toMap(ResolvedDependency::getKey, Function.identity()));
        Deque<ArtifactKey> found = new ArrayDeque<>(List.of(EMULATOR));
        while (!found.isEmpty()) {
            ResolvedDependency dependency = known.remove(found.poll());
            if (dependency != null) {
                needed.put(dependency.getKey(), dependency);
                dependency.getDependencies().stream()
                        .map(ArtifactCoords::getKey)
                        .forEach(found::add);
            }
        }
        return needed.values().stream()
                .flatMap(dependency -> dependency.getResolvedPaths().stream())
                .toList();
    }
}
