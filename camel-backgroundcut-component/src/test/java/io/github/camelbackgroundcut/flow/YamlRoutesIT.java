// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The unchanged routes of {@code routes/cutouts.camel.yaml}. */
class YamlRoutesIT {

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();

    private static final byte[] JPEG = Pictures.jpeg(160, 120);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @TempDir
    Path folder;

    @BeforeEach
    void loadTheRoutes() throws Exception {
        var properties = camel.context().getPropertiesComponent();
        properties.addOverrideProperty("service.url", EMULATOR.baseUrl());
        properties.addOverrideProperty("service.key", EMULATOR.apiKey());
        properties.addOverrideProperty("inbox", folder.resolve("inbox").toString());
        properties.addOverrideProperty("outbox", folder.resolve("outbox").toString());
        AccessTokenProvider mint = exchange -> camel.template().requestBody("direct:mint", null, String.class);
        camel.context().getRegistry().bind("tokens", mint);
        PluginHelper.getRoutesLoader(camel.context())
                .loadRoutes(PluginHelper.getResourceLoader(camel.context())
                        .resolveResource("classpath:routes/cutouts.camel.yaml"));
    }

    @Test
    void stepByStep() {
        Exchange exchange = send("direct:step-by-step");

        BufferedImage picture = Pictures.decoded(exchange.getMessage().getBody(byte[].class));
        assertThat(picture.getRGB(2, 2) & 0xffffff)
                .as("the green that was asked for")
                .isEqualTo(0x00ff00);
        assertThat(exchange.getMessage().getHeader(BackgroundCutConstants.INPUT_FILE_PATH))
                .isEqualTo("yaml/mug.jpg");
    }

    @Test
    void folderToFolder() throws Exception {
        Path written = Files.write(folder.resolve("mug.jpg"), JPEG);
        Files.createDirectories(folder.resolve("inbox/shoes"));
        Files.move(written, folder.resolve("inbox/shoes/mug.jpg"), StandardCopyOption.ATOMIC_MOVE);

        // The route moves its input away when it is done, and so after the output is whole.
        await().until(() -> Files.exists(folder.resolve("inbox/shoes/.camel/mug.jpg")));
        JavaRoutesIT.assertIsCutOut(Files.readAllBytes(folder.resolve("outbox/shoes/mug.png")), 160, 120);
    }

    @Test
    void variants() throws Exception {
        send("direct:variants");

        JavaRoutesIT.assertIsCutOut(Files.readAllBytes(folder.resolve("outbox/mug-large.png")), 160, 120);
        assertThat(Files.readAllBytes(folder.resolve("outbox/mug-thumb.webp"))).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void mint() {
        Exchange exchange = send("direct:mint");

        assertThat(exchange.getMessage().getBody(String.class)).startsWith("eyJ");
        assertThat(Instant.parse(
                        exchange.getMessage().getHeader(BackgroundCutConstants.TOKEN_EXPIRES_AT, String.class)))
                .isAfter(Instant.now());
    }

    @Test
    void byToken() {
        JavaRoutesIT.assertIsCutOut(send("direct:by-token").getMessage().getBody(byte[].class), 160, 120);
    }

    private Exchange send(String uri) {
        Exchange exchange = camel.template().send(uri, message -> {
            message.getMessage().setBody(JPEG);
            message.getMessage().setHeader(Exchange.FILE_NAME, "mug.jpg");
        });
        if (exchange.getException() != null) {
            throw new AssertionError("The route failed", exchange.getException());
        }
        return exchange;
    }
}
