// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.catalog.DefaultCamelCatalog;

/** Camel's catalog with this component in it, as a tool of a third party has it. */
final class Catalog {

    private Catalog() {}

    static DefaultCamelCatalog withTheComponent() {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        try (InputStream json =
                Catalog.class.getResourceAsStream("/META-INF/io/github/camelbackgroundcut/backgroundcut.json")) {
            catalog.addComponent(
                    "backgroundcut",
                    BackgroundCutComponent.class.getName(),
                    new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }
}
