// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The component in a real Karaf, with the feature of wrapped Camel jars. */
@EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "Karaf 4.4 needs the security manager, which Java 24 took away")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KarafIT {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final String COMPONENT = "io.github.camelbackgroundcut.camel-backgroundcut/";

    @TempDir
    private static Path pictures;

    private static BackgroundCutEmulator emulator;
    private static Karaf karaf;

    @BeforeAll
    static void start() throws IOException {
        emulator = BackgroundCutEmulator.start();
        karaf = Karaf.start(
                Path.of(System.getProperty("karaf.home")),
                Path.of(System.getProperty("karaf.repository")),
                Path.of(System.getProperty("features.folder"), "plain-features.xml"),
                "backgroundcut-plain",
                Map.of(
                        "pictures", pictures.toString(),
                        "backgroundcut.key", emulator.apiKey(),
                        "backgroundcut.url", emulator.baseUrl()));
    }

    @AfterAll
    static void stop() {
        if (karaf != null) {
            karaf.close();
        }
        emulator.close();
    }

    @Test
    @Order(1)
    void theFeatureIsInstalled() throws IOException {
        await().atMost(LONG).until(() -> karaf.hasInstalled(COMPONENT) || !karaf.isAlive());

        assertThat(karaf.hasInstalled(COMPONENT)).as(karaf.log()).isTrue();
    }

    @Test
    @Order(2)
    void aPictureComesOutOfARouteThatIsDroppedIntoKaraf() throws IOException {
        RouteBundle.write(karaf.deploy().resolve("route.jar"));
        Path cutout = pictures.resolve("outbox/mug.png");
        write(pictures.resolve("inbox/mug.png"));

        await().atMost(LONG)
                .until(() -> Files.exists(cutout)
                        || !karaf.isAlive()
                        || karaf.log().contains("Error while starting bundle"));

        assertThat(cutout).as(karaf.log()).exists();
        BufferedImage image = ImageIO.read(cutout.toFile());
        assertThat(image.getColorModel().hasAlpha()).isTrue();
        assertThat(alpha(image, 2, 2)).isZero();
        assertThat(alpha(image, 160, 120)).isEqualTo(255);
    }

    @Test
    @Order(3)
    void aBadPictureFailsAsItDoesElsewhere() throws IOException {
        Path bad = Files.writeString(pictures.resolve("inbox/bad.png"), "no picture");

        await().atMost(LONG).until(() -> !Files.exists(bad));

        await().untilAsserted(() -> assertThat(karaf.log()).contains("InvalidRequestException"));
        assertThat(pictures.resolve("outbox/bad.png")).doesNotExist();
    }

    @Test
    @Order(4)
    void karafStopsInOrder() throws InterruptedException, IOException {
        assertThat(karaf.stop()).as("stopped within a minute").isTrue();

        assertThat(karaf.log()).contains("(camel-1) shutdown in");
    }

    private static int alpha(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >>> 24;
    }

    /** A red disc on light grey; it appears whole. */
    private static void write(Path target) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(225, 228, 232));
        graphics.fillRect(0, 0, 320, 240);
        graphics.setColor(new Color(190, 40, 30));
        graphics.fillOval(90, 50, 140, 140);
        graphics.dispose();
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling("." + target.getFileName());
        ImageIO.write(image, "png", part.toFile());
        Files.move(part, target);
    }
}
