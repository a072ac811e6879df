// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFileEndpoint;

/** Camel's {@code file} component, as if the program had been started in a folder: so a route's own paths needn't be changed. */
final class FilesIn extends FileComponent {

    private final Path folder;

    FilesIn(Path folder) {
        this.folder = folder;
    }

    @Override
    protected GenericFileEndpoint<File> buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
            throws Exception {
        return super.buildFileEndpoint(uri, folder.resolve(remaining).toString(), parameters);
    }
}
