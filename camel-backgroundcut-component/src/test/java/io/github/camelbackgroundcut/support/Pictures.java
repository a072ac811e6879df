// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small pictures: a round thing with a gradient before a plain backdrop. */
public final class Pictures {

    private Pictures() {}

    public static byte[] png(int width, int height) {
        return encoded(draw(width, height), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(draw(width, height), "jpg");
    }

    /** Only the first bytes of a WebP file. */
    public static byte[] webpHead() {
        return "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static BufferedImage decoded(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new AssertionError("Not a picture: " + new String(bytes, StandardCharsets.ISO_8859_1));
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage draw(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(225, 228, 232));
        graphics.fillRect(0, 0, width, height);
        graphics.setPaint(new GradientPaint(0, 0, new Color(190, 40, 30), width, height, new Color(90, 20, 60)));
        graphics.fill(new Ellipse2D.Double(width * 0.25, height * 0.2, width * 0.5, height * 0.6));
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
