// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Kamelets, found by their names, in YAML routes. */
class KameletsIT {

    /** A key with all that has a meaning in URIs. */
    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().apiKey("a+b&c%d=e?f").build());

    private DefaultCamelContext context;
    private ProducerTemplate template;

    @BeforeEach
    void loadTheRoutes() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("service.url", EMULATOR.baseUrl());
        properties.setProperty("service.key", EMULATOR.apiKey());
        // Properties that a route does not set may be in application.properties.
        properties.setProperty("camel.kamelet.backgroundcut-remove-background-action.apiKey", EMULATOR.apiKey());
        properties.setProperty("camel.kamelet.backgroundcut-remove-background-action.baseUrl", EMULATOR.baseUrl());
        context = new DefaultCamelContext();
        context.getPropertiesComponent().setInitialProperties(properties);
        for (String file : new String[] {"kamelets.camel.yaml", "cutouts.pipe.yaml"}) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("classpath:routes/" + file));
        }
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void removesTheBackground() throws Exception {
        Exchange exchange = send("direct:cut-out");

        BufferedImage picture = picture(exchange);
        Color backdrop = new Color(picture.getRGB(2, 2));
        assertThat(backdrop.getGreen()).as("the green that was asked for").isGreaterThan(240);
        assertThat(backdrop.getRed()).isLessThan(15);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(Exchange.FILE_NAME, "mug.jpg")
                .containsEntry(Exchange.CONTENT_TYPE, "image/jpeg");
    }

    @Test
    void takesItsOptionsFromTheApplicationsProperties() throws Exception {
        Exchange exchange = send("direct:defaults");

        assertThat(picture(exchange).getRGB(2, 2) >>> 24)
                .as("alpha of the backdrop")
                .isZero();
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("mug.png");
    }

    @Test
    void mintsATokenThatWorksForItsPaths() {
        Exchange exchange = send("direct:mint");

        String token = exchange.getMessage().getBody(String.class);
        assertThat(token).startsWith("eyJ");
        assertThat(Instant.parse(
                        exchange.getMessage().getHeader(BackgroundCutConstants.TOKEN_EXPIRES_AT, String.class)))
                .isAfter(Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(template.send("direct:usage", message -> message.getMessage().setBody(token))
                        .getException())
                .isNull();
    }

    @Test
    void sendsAPictureAndTellsWhereItsCutoutIs() throws Exception {
        MockEndpoint path = context.getEndpoint("mock:path", MockEndpoint.class);
        path.expectedMessageCount(1);

        Exchange exchange = send("direct:sink");

        path.assertIsSatisfied();
        assertThat(path.getExchanges().get(0).getMessage().getBody(String.class))
                .matches("shop/[^/]+/cutout\\.webp");
        assertThat(exchange.getMessage().getBody(byte[].class)).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void isAStepOfAPipe() throws Exception {
        MockEndpoint cutouts = context.getEndpoint("mock:cutouts", MockEndpoint.class);
        cutouts.expectedMessageCount(1);

        Exchange exchange = send("direct:pipe");

        cutouts.assertIsSatisfied();
        assertThat(picture(exchange).getWidth()).as("cropped").isBetween(28, 36);
    }

    private Exchange send(String uri) {
        Exchange exchange = template.send(uri, message -> {
            message.getMessage().setBody(mug());
            message.getMessage().setHeader(Exchange.FILE_NAME, "mug.png");
        });
        if (exchange.getException() != null) {
            throw new AssertionError("The route failed", exchange.getException());
        }
        return exchange;
    }

    private static BufferedImage picture(Exchange exchange) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(exchange.getMessage().getBody(byte[].class)));
    }

    /** A red square before a light backdrop. */
    private static byte[] mug() throws IOException {
        BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(225, 228, 232));
        graphics.fillRect(0, 0, 80, 60);
        graphics.setColor(new Color(190, 40, 30));
        graphics.fillRect(25, 15, 30, 30);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
