// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
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
