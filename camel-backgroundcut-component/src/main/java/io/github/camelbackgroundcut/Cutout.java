// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.body.NamedImage;
import java.util.Optional;

/**
 * One of several results of {@code removeBackground}: a value. Camel converts it to an {@code InputStream}, {@code byte[]} or
 * {@code File}, each time anew and from the first byte, so that a split can write one by one: {@code split(body()).to("file:outbox?fileName=${body.fileName}")}.
 *
 * @param variant the name of the variant; empty for a result without one
 * @param path where the service keeps it, for up to two hours
 * @param fileName how to name it, such as {@code mug-thumb.webp}; the input's folders stand before it
 * @param format its format, with extension and media type
 * @param content its bytes, for as long as somebody holds it
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
