// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * How large a picture is.
 *
 * @param width in pixels; 0 if the file is no picture that Java reads
 * @param height in pixels, or 0 as well
 * @param bytes the file's length
 */
record PictureSize(int width, int height, long bytes) {

    /** Reads the file's head only. */
    static PictureSize of(Path file) throws IOException {
        long bytes = Files.size(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new PictureSize(0, 0, bytes);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return new PictureSize(reader.getWidth(0), reader.getHeight(0), bytes);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Such as {@code 4000x3000 1.2 MB}. */
    @Override
    public String toString() {
        String length = bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        return width + "x" + height + " " + length;
    }
}
