// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.convert;

import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.body.ImageBody;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.apache.camel.Converter;
import org.apache.camel.StreamCache;

/**
 * Lets Camel turn pictures into {@link BufferedImage}s and back, through {@link ImageIO}: PNG and JPEG as it is, WebP with a
 * plugin on the class path.
 *
 * <p>The only class that knows {@code java.desktop}; a JVM without that module does without these converters.
 */
@Converter(generateLoader = true, ignoreOnLoadError = true)
public final class BufferedImageConverter {

    private BufferedImageConverter() {}

    /** As PNG, which loses nothing. */
    @Converter
    public static byte[] toByteArray(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", png)) {
            throw new IOException("ImageIO can't write this image as PNG: copy it to an image of TYPE_INT_ARGB");
        }
        return png.toByteArray();
    }

    /** As PNG, which loses nothing. */
    @Converter
    public static InputStream toInputStream(BufferedImage image) throws IOException {
        return new ByteArrayInputStream(toByteArray(image));
    }

    @Converter
    public static BufferedImage toBufferedImage(byte[] picture) throws IOException {
        return toBufferedImage(new ByteArrayInputStream(picture));
    }

    /** A stream cache is read from its start, and stays at its start. */
    @Converter
    public static BufferedImage toBufferedImage(InputStream picture) throws IOException {
        if (picture instanceof StreamCache cache) {
            cache.reset();
            try {
                return read(picture);
            } finally {
                cache.reset();
            }
        }
        return read(picture);
    }

    @Converter
    public static BufferedImage toBufferedImage(ImageBody body) throws IOException {
        try (InputStream picture = body.open()) {
            return read(picture);
        }
    }

    @Converter
    public static BufferedImage toBufferedImage(Cutout cutout) throws IOException {
        return toBufferedImage(cutout.content());
    }

    private static BufferedImage read(InputStream picture) throws IOException {
        BufferedImage image = ImageIO.read(picture);
        if (image == null) {
            throw new IOException("ImageIO can't read this as a picture. The JDK reads PNG and JPEG: ask for "
                    + "format=png, or put an ImageIO plugin for WebP on the class path");
        }
        return image;
    }
}
