// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an application says of the service that it calls. */
final class ServiceSettings {

    static final String API_KEY = "camel.component.backgroundcut.api-key";
    static final String BASE_URL = "camel.component.backgroundcut.base-url";

    private static final List<String> PROPERTIES = Stream.of(
                    "api-key", "access-token", "access-token-provider", "base-url", "configuration")
            .flatMap(option -> Stream.of(option, camelCase(option)))
            .map(option -> "camel.component.backgroundcut." + option)
            .distinct()
            .toList();

    private ServiceSettings() {}

    /** The first property that names a service or a credential. Its value may be empty in the end, such as <code>${KEY:}</code>. */
    static Optional<String> find(SmallRyeConfig properties) {
        return PROPERTIES.stream()
                .filter(name -> properties.getConfigValue(name).getRawValue() != null)
                .findFirst();
    }

    private static String camelCase(String option) {
        StringBuilder name = new StringBuilder();
        for (String word : option.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
