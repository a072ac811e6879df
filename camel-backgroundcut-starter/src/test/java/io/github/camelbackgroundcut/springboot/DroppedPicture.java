// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** A red disc on white. */
final class DroppedPicture {

    private DroppedPicture() {}

    /** Moved into the inbox whole, so that the route doesn't see half a file. */
    static void into(Path inbox, String name) throws IOException {
        BufferedImage picture = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 150);
        pen.setColor(Color.RED);
        pen.fillOval(60, 30, 80, 90);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        Files.createDirectories(inbox);
        Path whole = Files.write(inbox.resolveSibling(name), png.toByteArray());
        Files.move(whole, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
