// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Converter;

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
}
