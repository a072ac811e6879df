// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.body.ImageSource;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BufferedImageConverterTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @Test
    void aBufferedImageIsUploadedAsPng() throws IOException {
        ImageSource image = ImageBodies.one(camel.exchange(new BufferedImage(7, 5, BufferedImage.TYPE_INT_ARGB)));

        assertThat(image.mediaType()).isEqualTo("image/png");
        assertThat(image.fileName()).endsWith(".png");
    }

    @Test
    void anAnswerBecomesABufferedImageAndStaysReadable() {
        Exchange exchange = camel.exchange(new InputStreamCache(Pictures.png(7, 5)));

        for (int i = 0; i < 2; i++) {
            BufferedImage image = exchange.getMessage().getBody(BufferedImage.class);
            assertThat(image.getWidth()).isEqualTo(7);
            assertThat(image.getHeight()).isEqualTo(5);
        }
    }

    @Test
    void aCutoutBecomesABufferedImage() {
        Exchange exchange = camel.exchange(cutout(Pictures.png(7, 5), OutputFormat.PNG));

        assertThat(exchange.getMessage().getBody(BufferedImage.class).getWidth())
                .isEqualTo(7);
    }

    @Test
    void whatImageIoCannotReadIsTold() {
        byte[] webp = "RIFF0000WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
        Exchange exchange = camel.exchange(cutout(webp, OutputFormat.WEBP));

        assertThatThrownBy(() -> exchange.getMessage().getBody(BufferedImage.class))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("put an ImageIO plugin for WebP on the class path");
    }

    @Test
    void aCutoutBecomesAFileThatGoesWithTheContext() {
        byte[] png = Pictures.png(7, 5);
        Exchange exchange = camel.exchange(cutout(png, OutputFormat.PNG));

        File file = exchange.getMessage().getBody(File.class);

        assertThat(file).hasBinaryContent(png).hasExtension("png");
        camel.context().stop();
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutTheDesktopModuleOnlyThisIsMissing() throws Exception {
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.unsupported",
                        "-cp",
                        withoutLog4j(),
                        WithoutDesktop.class.getName()))
                .redirectErrorStream(true)
                .start();
        java.getOutputStream().close();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(output).isZero();
    }

    /** Log4j's own configuration needs java.beans, a part of java.desktop. */
    private static String withoutLog4j() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("log4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Cutout cutout(byte[] bytes, OutputFormat format) {
        return new Cutout(Optional.empty(), "a/mug", "mug", format, ImageBody.of(bytes));
    }

    /** Runs in a JVM of its own. */
    static final class WithoutDesktop {

        private WithoutDesktop() {}

        public static void main(String[] args) {
            if (ModuleLayer.boot().findModule("java.desktop").isPresent()) {
                throw new IllegalStateException("java.desktop is there");
            }
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                BackgroundCutComponent component = new BackgroundCutComponent();
                component.getConfiguration().setApiKey("test-key");
                context.addComponent("backgroundcut", component);
                context.start();
                context.getEndpoint("backgroundcut:removeBackground").start();
                Exchange exchange = new DefaultExchange(context);
                exchange.getMessage().setBody(cutout(new byte[] {1, 2, 3}, OutputFormat.PNG));
                if (exchange.getMessage().getBody(byte[].class).length != 3) {
                    throw new IllegalStateException("The other converters are missing");
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
