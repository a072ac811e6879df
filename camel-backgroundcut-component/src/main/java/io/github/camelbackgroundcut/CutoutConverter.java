// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.image.ImageCaches;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;

/** Lets Camel read a {@link Cutout} as what it is: a picture. */
@Converter(generateLoader = true)
public final class CutoutConverter {

    private CutoutConverter() {}

    /** Its bytes from the start. */
    @Converter
    public static InputStream toInputStream(Cutout cutout) {
        cutout.content().reset();
        return (InputStream) cutout.content();
    }

    @Converter
    public static byte[] toByteArray(Cutout cutout) throws IOException {
        try (InputStream content = toInputStream(cutout)) {
            return content.readAllBytes();
        }
    }

    /** A temporary file that lasts as long as the exchange. */
    @Converter
    public static File toFile(Cutout cutout, Exchange exchange) throws IOException {
        if (exchange == null) {
            throw new IllegalArgumentException(
                    "A Cutout becomes a File only with an exchange, whose end deletes it: convert it to bytes instead");
        }
        return ImageCaches.toFile(cutout.content(), '.' + cutout.format().extension(), exchange);
    }
}
