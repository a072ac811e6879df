// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.PictureReader;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture for a trial. A good picture is a disc of a colour of its own, which identifies its cutout.
 *
 * @param colour of a good picture
 */
record TrialPicture(String name, byte[] bytes, Color colour) {

    /** In each channel; lossy formats change a colour a little. */
    private static final int TOLERANCE = 24;

    static final List<TrialPicture> GOOD = List.of(
            disc("red.jpg", new Color(0xc02020)),
            disc("green.jpg", new Color(0x207030)),
            disc("blue.png", new Color(0x2030c0)),
            disc("black.jpg", new Color(0x181818)),
            disc("violet.jpg", new Color(0x8020a0)));

    /** Has the base name of the first good one: in one format, their cutouts would have one name. */
    static final TrialPicture TWIN = disc("red.png", new Color(0x2090a0));

    /** A file that the service rejects, one that it accepts and can't read, and one that is not sent. */
    static final List<TrialPicture> BROKEN = List.of(
            new TrialPicture("notes.jpg", "These are notes.".getBytes(UTF_8), Color.WHITE),
            new TrialPicture("half.jpg", half(GOOD.get(0).bytes), Color.WHITE),
            new TrialPicture("empty.jpg", new byte[0], Color.WHITE));

    /** The name without its extension, which a cutout's begins with. */
    String stem() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Puts it there in one go: a route must not see half of it. */
    void dropInto(Path folder) throws IOException {
        Path part = Files.write(folder.resolve("." + name), bytes);
        Files.move(part, folder.resolve(name));
    }

    /** Whether a file is a whole picture of this disc. It is read as the emulator reads pictures: that finds half ones. */
    boolean isIn(Path cutout) {
        try (Picture picture = new PictureReader(1_000_000).read(cutout)) {
            byte[] bgr = new byte[3];
            picture.bgr().get(picture.height() / 2, picture.width() / 2, bgr);
            return isColour(new Color(bgr[2] & 0xff, bgr[1] & 0xff, bgr[0] & 0xff));
        } catch (IOException | UnusablePictureException e) {
            throw new AssertionError(cutout + " is no whole picture", e);
        }
    }

    boolean isIn(BufferedImage cutout) {
        return isColour(new Color(cutout.getRGB(cutout.getWidth() / 2, cutout.getHeight() / 2)));
    }

    private boolean isColour(Color found) {
        return Math.abs(found.getRed() - colour.getRed()) <= TOLERANCE
                && Math.abs(found.getGreen() - colour.getGreen()) <= TOLERANCE
                && Math.abs(found.getBlue() - colour.getBlue()) <= TOLERANCE;
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static TrialPicture disc(String name, Color colour) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xe8e6e0));
        graphics.fillRect(0, 0, 400, 300);
        graphics.setColor(colour);
        graphics.fillOval(75, 25, 250, 250);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, name.substring(name.indexOf('.') + 1), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TrialPicture(name, out.toByteArray(), colour);
    }

    @Override
    public String toString() {
        return name;
    }
}
