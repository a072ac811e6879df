// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test of docs/emulator.md. */
class CutoutsIT {

    private static final Path PICTURE = Path.of("../examples/file-drop/samples/mug.jpg");

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
    void cutsOut() throws Exception {
        assertEquals(0, alphaOfACorner(cutOut("?format=png")));
    }

    @Test
    void isPaidOnceThoughAnAnswerIsLost() {
        EMULATOR.emulator().setFaults("process.lost=1x");

        cutOut("?format=webp&retryDelay=10");

        assertEquals(1, EMULATOR.emulator().struckFaults().get("process.lost"));
        assertEquals(1, paidFor(".webp"));
    }

    private byte[] cutOut(String options) {
        return camel.createProducerTemplate()
                .requestBody("backgroundcut:removeBackground" + options, PICTURE.toFile(), byte[].class);
    }

    private static int alphaOfACorner(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png)).getRGB(2, 2) >>> 24;
    }

    private static int paidFor(String ending) {
        return EMULATOR.emulator().charges().entrySet().stream()
                .filter(paid -> paid.getKey().endsWith(ending))
                .mapToInt(paid -> paid.getValue())
                .sum();
    }
}
