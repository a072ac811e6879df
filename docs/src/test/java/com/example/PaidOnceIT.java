// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import java.io.File;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test of the README. */
class PaidOnceIT {

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();

    @Test
    void aLostAnswerIsNotPaidForTwice() throws Exception {
        EMULATOR.emulator().setFaults("process.lost=1x");
        String uri = "backgroundcut:removeBackground?apiKey=" + EMULATOR.apiKey() + "&baseUrl=" + EMULATOR.baseUrl();
        File picture = new File("../examples/file-drop/samples/mug.jpg");

        try (CamelContext camel = new DefaultCamelContext()) {
            camel.start();
            byte[] cutout = camel.createProducerTemplate().requestBody(uri, picture, byte[].class);
            assertThat(cutout).isNotEmpty();
        }

        assertThat(EMULATOR.emulator().struckFaults()).containsEntry("process.lost", 1);
        assertThat(EMULATOR.emulator().charges().values()).containsExactly(1);
    }
}
