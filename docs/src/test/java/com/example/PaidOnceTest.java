// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test of the README. */
class PaidOnceTest {

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();

    @Test
    void aLostAnswerIsNotPaidForTwice() throws Exception {
        EMULATOR.emulator().setFaults("process.lost=1x");
        String uri = "backgroundcut:removeBackground?apiKey=" + EMULATOR.apiKey() + "&baseUrl=" + EMULATOR.baseUrl();

        try (CamelContext camel = new DefaultCamelContext()) {
            camel.start();
            BufferedImage cutout = camel.createProducerTemplate().requestBody(uri, redDisc(), BufferedImage.class);
            assertEquals(0, cutout.getRGB(2, 2) >>> 24, "alpha of a corner");
        }

        assertEquals(1, EMULATOR.emulator().struckFaults().get("process.lost"));
        assertEquals(
                1,
                EMULATOR.emulator().charges().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private static BufferedImage redDisc() {
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics graphics = picture.getGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 400, 300);
        graphics.setColor(Color.RED);
        graphics.fillOval(100, 50, 200, 200);
        return picture;
    }
}
