// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures of a disc on light paper, each with bytes of its own. */
public final class TestPictures {

    private TestPictures() {}

    public static byte[] jpeg(int number) {
        return disc("jpg", number, 160, 120);
    }

    static byte[] jpeg(int number, int width, int height) {
        return disc("jpg", number, width, height);
    }

    static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    /** Of an extended WebP, which one with alpha is. */
    static int webpWidth(byte[] webp) {
        return 1 + threeBytes(webp, 24);
    }

    static int webpHeight(byte[] webp) {
        return 1 + threeBytes(webp, 27);
    }

    private static int threeBytes(byte[] bytes, int offset) {
        if (bytes[12] != 'V' || bytes[15] != 'X') {
            throw new IllegalArgumentException("No extended WebP");
        }
        return (bytes[offset] & 0xff) | (bytes[offset + 1] & 0xff) << 8 | (bytes[offset + 2] & 0xff) << 16;
    }

    private static byte[] disc(String format, int number, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xe8e6e0));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0xb02020));
        graphics.fillOval(width / 4, height / 5, width / 2, height * 3 / 5);
        graphics.setColor(Color.WHITE);
        graphics.drawString(String.valueOf(number), width / 2 - 10, height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
