// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.body.NamedImage;
import java.util.Optional;

/**
 * One of several results of {@code removeBackground}: a value. Camel converts it to an {@code InputStream}, {@code byte[]} or
 * {@code File}. Each conversion starts at the first byte, so that {@code split(body())} can write the results one by one.
 *
 * @param variant the name of the variant; empty for a result without one
 * @param path its path on the service, which keeps it for up to two hours
 * @param fileName its name, such as {@code mug-thumb.webp}; it begins with the folders of the input
 * @param format its format, with extension and media type
 * @param content its bytes, as long as this object is in use
 */
public record Cutout(Optional<String> variant, String path, String fileName, OutputFormat format, ImageBody content)
        implements NamedImage {

    @Override
    public String mediaType() {
        return format.mediaType();
    }

    /** Bytes. */
    public long length() {
        return content.length();
    }
}
