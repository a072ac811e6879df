// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.dialect;

import io.github.camelbackgroundcut.api.DialectChoice;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The dialects that are spoken with services. What is found out about one holds for all that call it. */
public final class Dialects {

    private static final V3Dialect PATHS = new PathsDialect();
    private static final V3Dialect KEYS = new KeysDialect();

    private final Map<String, V3Dialect> found = new ConcurrentHashMap<>();

    public V3Dialect of(DialectChoice choice, URI baseUrl) {
        return switch (choice) {
            case PATHS -> PATHS;
            case KEYS -> KEYS;
            case AUTO ->
                found.computeIfAbsent(
                        baseUrl.toString().replaceAll("/+$", ""), unknown -> new AutoDialect(PATHS, KEYS));
        };
    }
}
