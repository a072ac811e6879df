// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small pictures of a red disc on light paper, and what is to be found out about a cutout. */
final class TestPictures {

    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    private TestPictures() {}

    static byte[] jpeg() {
        return disc("jpg", 320, 240);
    }

    static byte[] png() {
        return disc("png", 300, 300);
    }

    /** Puts a whole file into a folder at once. */
    static Path drop(byte[] content, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path hidden = Files.write(folder.resolve(".dropped"), content);
        return Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A PNG whose corner is transparent and whose middle isn't. */
    static boolean isCutout(Path file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        return image != null
                && isWholePng(file)
                && image.getRGB(0, 0) >>> 24 == 0
                && image.getRGB(image.getWidth() / 2, image.getHeight() / 2) >>> 24 == 255;
    }

    static boolean isWholePng(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - PNG_END.length;
        return end > 0 && Arrays.equals(Arrays.copyOfRange(bytes, end, bytes.length), PNG_END);
    }

    private static byte[] disc(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xe8e6e0));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0xb02020));
        graphics.fillOval(width / 4, height / 5, width / 2, height * 3 / 5);
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
