// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test of docs/emulator.md. */
class CutoutsTest {

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();

    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setBaseUrl(EMULATOR.baseUrl());
        component.getConfiguration().setApiKey(EMULATOR.apiKey());
        camel.addComponent("backgroundcut", component);
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        EMULATOR.emulator().setFaults(FaultPlan.none());
    }

    @Test
    void cutsOut() {
        BufferedImage cutout = cutOut("?format=png");

        assertEquals(0, cutout.getRGB(2, 2) >>> 24, "alpha of a corner");
        assertEquals(255, cutout.getRGB(200, 150) >>> 24, "alpha of the object");
    }

    @Test
    void isPaidOnceThoughAnAnswerIsLost() {
        EMULATOR.emulator().setFaults("process.lost=1x");

        cutOut("?format=jpeg&retryDelay=10");

        assertEquals(1, EMULATOR.emulator().struckFaults().get("process.lost"));
        assertEquals(1, paidFor(".jpg"));
    }

    private BufferedImage cutOut(String options) {
        return camel.createProducerTemplate()
                .requestBody("backgroundcut:removeBackground" + options, redDisc(), BufferedImage.class);
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

    private static int paidFor(String ending) {
        return EMULATOR.emulator().charges().entrySet().stream()
                .filter(paid -> paid.getKey().endsWith(ending))
                .mapToInt(paid -> paid.getValue())
                .sum();
    }
}
