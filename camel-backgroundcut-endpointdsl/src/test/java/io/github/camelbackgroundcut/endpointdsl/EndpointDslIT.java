// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.endpointdsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.endpointdsl.BackgroundCutEndpointBuilderFactory.BackgroundCutBuilders;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Routes of type-safe endpoints, beside those of Camel's own components, against a service that cuts out. */
class EndpointDslIT {

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();

    @TempDir
    Path folder;

    @Test
    void runsFromAFolderToAFolder() throws Exception {
        assertCutsOut(new BackgroundCutEndpointRouteBuilder() {
            @Override
            public void configure() {
                from(file(folder.resolve("inbox").toString()).initialDelay(0))
                        .to(backgroundcut("removeBackground").format("png").quality("low"))
                        .to(file(folder.resolve("outbox").toString()));
            }
        });
    }

    @Test
    void mixesIntoAClassThatHasAnotherBase() throws Exception {
        assertCutsOut(new MixedIn());
    }

    private final class MixedIn extends EndpointRouteBuilder implements BackgroundCutBuilders {
        @Override
        public void configure() {
            from(file(folder.resolve("inbox").toString()).initialDelay(0))
                    .to(backgroundcut("upload").uploadPath("shop"))
                    .to(backgroundcut("process").quality("low"))
                    .to(backgroundcut("download"))
                    .to(file(folder.resolve("outbox").toString()));
        }
    }

    private void assertCutsOut(RouteBuilder routes) throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.write(inbox.resolve("mug.png"), picture());
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            BackgroundcutComponentBuilderFactory.backgroundcut()
                    .apiKey(EMULATOR.apiKey())
                    .baseUrl(EMULATOR.baseUrl())
                    .maxRetries(0)
                    .register(context, "backgroundcut");
            context.addRoutes(routes);
            NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
            context.start();

            assertThat(done.matchesWaitTime()).isTrue();
        }
        try (var outbox = Files.list(folder.resolve("outbox"))) {
            Path cutout = outbox.findFirst().orElseThrow();
            assertThat(cutout.getFileName().toString()).startsWith("mug").endsWith(".png");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(cutout)));
            assertThat(picture.getRGB(2, 2) >>> 24).as("alpha of the backdrop").isZero();
        }
    }

    /** A red square before a light backdrop. */
    private static byte[] picture() throws IOException {
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
