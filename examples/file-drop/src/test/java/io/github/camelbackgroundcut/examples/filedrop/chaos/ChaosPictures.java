// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Small pictures, all different. One in a hundred is broken: its file ends in the middle. */
final class ChaosPictures {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;

    private final int count;
    private final Random random;

    ChaosPictures(int count, long seed) {
        this.count = count;
        this.random = new Random(seed);
    }

    void writeInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            byte[] jpeg = jpeg();
            byte[] content = isBroken(i) ? Arrays.copyOf(jpeg, jpeg.length / 2) : jpeg;
            Files.write(folder.resolve(name(i) + ".jpg"), content);
        }
    }

    /** The names of those that can be cut out, without extension. */
    Stream<String> good() {
        return IntStream.range(0, count).filter(i -> !isBroken(i)).mapToObj(ChaosPictures::name);
    }

    /** The names of those that can't, without extension. */
    Stream<String> broken() {
        return IntStream.range(0, count).filter(ChaosPictures::isBroken).mapToObj(ChaosPictures::name);
    }

    private static boolean isBroken(int number) {
        return number % 100 == 17;
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "picture-%04d", number);
    }

    private byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xe8e6e0));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int part = 0; part < 4; part++) {
            graphics.setColor(new Color(random.nextInt(0xa0), random.nextInt(0xa0), random.nextInt(0xa0)));
            graphics.fillOval(
                    30 + random.nextInt(20), 20 + random.nextInt(20), 20 + random.nextInt(20), 15 + random.nextInt(20));
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
