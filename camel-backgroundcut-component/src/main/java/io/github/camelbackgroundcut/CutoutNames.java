// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.image.ImageSource;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * File names of results, so that a file endpoint writes {@code shoes/mug.png} for {@code shoes/mug.jpg}.
 *
 * @param folder of the input as {@code CamelFileName} has it, with its slash, or an empty string
 * @param baseName the input's name without extension
 */
record CutoutNames(String folder, String baseName) {

    static CutoutNames of(Message message, ImageSource image) {
        String name = Objects.requireNonNullElse(message.getHeader(Exchange.FILE_NAME, String.class), "");
        return new CutoutNames(FilePaths.folder(name.replace('\\', '/')), FilePaths.baseName(image.fileName()));
    }

    String of(NamedVariant variant) {
        return folder
                + OutputPaths.fileName(
                        baseName, variant.name(), variant.settings().format());
    }
}
