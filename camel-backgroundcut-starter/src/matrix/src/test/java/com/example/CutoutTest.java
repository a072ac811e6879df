// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, with the versions in its POM: one start for all tests. */
class CutoutTest {

    private static final Pattern CAMEL_JAR = Pattern.compile("/(camel-[a-z0-9-]+?)-(\\d[^/]*)\\.jar$");

    private static BackgroundCutEmulator emulator;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        emulator = BackgroundCutEmulator.start();
        application = SpringApplication.run(
                CutoutApplication.class,
                "--server.port=0",
                "--BACKGROUNDCUT_API_KEY=" + emulator.apiKey(),
                "--BACKGROUNDCUT_BASE_URL=" + emulator.baseUrl());
    }

    @AfterAll
    static void stop() {
        application.close();
        emulator.close();
    }

    @Test
    void makesACutoutInTheFormatOfTheProperties() throws IOException {
        byte[] cutout = application
                .getBean(ProducerTemplate.class)
                .requestBody("direct:pictures", picture(), byte[].class);

        assertThat(cutout).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void countsTheCallsInActuator() throws Exception {
        application.getBean(ProducerTemplate.class).requestBody("direct:pictures", picture());

        assertThat(get("/actuator/metrics/camel.backgroundcut.calls")).contains("\"operation\"");
    }

    @Test
    void showsCamelsHealthInActuator() throws Exception {
        assertThat(get("/actuator/health")).contains("camelHealth");
    }

    @Test
    void hasTheCamelOfItsPomAndNoOther() {
        String version = System.getProperty("camel.version");

        assertThat(application.getBean(CamelContext.class).getVersion()).isEqualTo(version);
        assertThat(camelJars())
                .hasSizeGreaterThan(20)
                .allSatisfy(jar -> assertThat(jar).endsWith(' ' + version));
    }

    private static List<String> camelJars() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(jar -> jar.replace('\\', '/'))
                .filter(jar -> jar.contains("/org/apache/camel/"))
                .flatMap(jar -> CAMEL_JAR.matcher(jar).results())
                .map(jar -> jar.group(1) + ' ' + jar.group(2))
                .toList();
    }

    private static String get(String path) throws Exception {
        URI address = URI.create("http://localhost:"
                + application.getEnvironment().getProperty("local.server.port") + path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** A red disc on white. */
    private static byte[] picture() throws IOException {
        BufferedImage picture = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 150);
        pen.setColor(Color.RED);
        pen.fillOval(60, 30, 80, 90);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
