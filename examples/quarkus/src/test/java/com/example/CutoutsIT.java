// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CutoutsIT {

    @Inject
    ProducerTemplate camel;

    @Test
    void removesTheBackground() throws IOException {
        byte[] cutout = camel.requestBody("backgroundcut:removeBackground?format=png", redBall(), byte[].class);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(cutout));
        assertEquals(0, alpha(image, 5, 5));
        assertEquals(255, alpha(image, 200, 200));
    }

    static byte[] redBall() throws IOException {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 400);
        pen.setColor(Color.RED);
        pen.fillOval(100, 100, 200, 200);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    private static int alpha(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y), true).getAlpha();
    }
}
