// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole flows against a service that really cuts out. */
class JavaRoutesIT {

    private static final AdjustableClock CLOCK = new AdjustableClock();

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().clock(CLOCK).build());

    private static final byte[] JPEG = Pictures.jpeg(160, 120);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension(context -> {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey(EMULATOR.apiKey());
        component.getConfiguration().setBaseUrl(EMULATOR.baseUrl());
        context.addComponent("backgroundcut", component);
    });

    @TempDir
    Path folder;

    @BeforeEach
    void bindATokenMint() {
        AccessTokenProvider mint = exchange -> camel.template()
                .requestBody(
                        "backgroundcut:token?paths=/v3/file-ops/upload/,/v3/tools/ai/remove-bg/process/,/v3/files/*",
                        null,
                        String.class);
        camel.context().getRegistry().bind("tokens", mint);
    }

    @Test
    void uploadsProcessesAndDownloadsStepByStep() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("backgroundcut:upload?uploadPath=shop")
                        .to("backgroundcut:process")
                        .to("backgroundcut:download");
            }
        });

        Exchange exchange = send("direct:in", JPEG, Map.of(Exchange.FILE_NAME, "grüne Tasse.jpg"));

        assertIsCutOut(succeeded(exchange).getMessage().getBody(byte[].class), 160, 120);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.INPUT_FILE_PATH, "shop/grüne Tasse.jpg")
                .containsEntry(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("shop/grüne Tasse.png"))
                .containsEntry(Exchange.FILE_NAME, "grüne Tasse.png")
                .containsEntry(Exchange.CONTENT_TYPE, "image/png");
    }

    @Test
    void doesTheSameWithAnAccessToken() throws Exception {
        String token = camel.template().requestBody("backgroundcut:token", null, String.class);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("backgroundcut:upload?uploadPath=shop&accessToken=" + token)
                        .to("backgroundcut:process?accessToken=" + token)
                        .to("backgroundcut:download?accessToken=" + token);
            }
        });

        assertIsCutOut(succeeded(send("direct:in", JPEG, Map.of())).getMessage().getBody(byte[].class), 160, 120);
    }

    @Test
    void turnsAFolderOfPicturesIntoAFolderOfCutouts() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox/shoes"));
        Files.write(inbox.resolve("mug.jpg"), JPEG);
        Files.write(inbox.resolve("猫.png"), Pictures.png(80, 80));
        Path outbox = folder.resolve("outbox");

        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder.resolve("inbox") + "?recursive=true&initialDelay=0&delay=100")
                        .to("backgroundcut:removeBackground")
                        .to("file:" + outbox + "?tempPrefix=.part-");
            }
        });

        await().untilAsserted(() -> assertThat(outbox.resolve("shoes"))
                .isDirectoryContaining("glob:**/mug.png")
                .isDirectoryContaining("glob:**/猫.png"));
        assertIsCutOut(Files.readAllBytes(outbox.resolve("shoes/mug.png")), 160, 120);
        assertIsCutOut(Files.readAllBytes(outbox.resolve("shoes/猫.png")), 80, 80);
    }

    @Test
    void writesSeveralVariantsOneByOne() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("backgroundcut:removeBackground?variant.large.quality=high"
                                + "&variant.thumb.format=webp&variant.thumb.maxResolution=1200"
                                + "&variant.white.format=jpeg&variant.white.backgroundColor=ffffff")
                        .split(body())
                        .to("file:" + folder + "?fileName=${body.fileName}");
            }
        });

        succeeded(send("direct:in", JPEG, Map.of(Exchange.FILE_NAME, "mug.jpg")));

        assertIsCutOut(Files.readAllBytes(folder.resolve("mug-large.png")), 160, 120);
        assertThat(Files.readAllBytes(folder.resolve("mug-thumb.webp"))).startsWith('R', 'I', 'F', 'F');
        BufferedImage white = Pictures.decoded(Files.readAllBytes(folder.resolve("mug-white.jpg")));
        assertThat(white.getRGB(2, 2) & 0xff).isGreaterThan(250);
    }

    @Test
    void worksWithATokenThatIsMintedForEachFlow() {
        Exchange exchange = send("backgroundcut:removeBackground?accessTokenProvider=#tokens", JPEG, Map.of());

        assertIsCutOut(succeeded(exchange).getMessage().getBody(byte[].class), 160, 120);
    }

    @Test
    void failsWhereATokenDoesNotReach() {
        Exchange exchange = send("backgroundcut:usage?accessTokenProvider=#tokens", null, Map.of());

        assertThat(exchange.getException()).isInstanceOf(AuthenticationFailedException.class);
        assertThat(exchange.getMessage().getHeader(BackgroundCutConstants.STATUS_CODE))
                .isEqualTo(401);
    }

    @Test
    void failsWithATokenThatHasExpired() {
        String token = camel.template().requestBody("backgroundcut:token?expiresIn=600", null, String.class);
        String uri = "backgroundcut:usage?accessToken=" + token;
        succeeded(send(uri, null, Map.of()));

        CLOCK.forward(Duration.ofSeconds(600));

        assertThat(send(uri, null, Map.of()).getException()).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void failsWithAWrongKey() {
        assertThat(send("backgroundcut:usage?apiKey=wrong", null, Map.of()).getException())
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void failsOnWhatIsNoPicture() {
        assertThat(send(
                                "backgroundcut:removeBackground",
                                "just text".getBytes(UTF_8),
                                Map.of(Exchange.FILE_NAME, "mug.jpg"))
                        .getException())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void failsOnAFileThatIsNotThere() {
        assertThat(send("backgroundcut:download", "nobody/has/this.png", Map.of())
                        .getException())
                .isInstanceOf(PathNotFoundException.class);
    }

    @Test
    void cutsOutWhatPointsSay() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("backgroundcut:upload?uploadPath=shop")
                        .to("backgroundcut:segment?backgroundPoints=5,5;155,115")
                        .to("backgroundcut:download");
            }
        });

        Exchange exchange =
                send("direct:in", JPEG, Map.of(BackgroundCutConstants.FOREGROUND_POINTS, List.of(new Point(80, 60))));

        BufferedImage picture =
                Pictures.decoded(succeeded(exchange).getMessage().getBody(byte[].class));
        assertThat(picture.getRGB(3, 3) & 0xff).as("the backdrop is white").isGreaterThan(250);
        assertThat(picture.getRGB(80, 60) & 0xff).as("the object is not").isLessThan(150);
    }

    @Test
    void tellsHowMuchIsStored() {
        succeeded(send("backgroundcut:upload?uploadPath=shop", JPEG, Map.of()));

        Exchange exchange = succeeded(send("backgroundcut:usage", null, Map.of()));

        assertThat(exchange.getMessage().getBody())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .isNotEmpty();
    }

    @Test
    void uploadsAListAndProcessesEach() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("backgroundcut:upload?uploadPath=list")
                        .split(body())
                        .to("backgroundcut:process")
                        .to("backgroundcut:download")
                        .to("file:" + folder);
            }
        });
        Path one = Files.write(folder.resolve("one.jpg"), JPEG);
        Path two = Files.write(folder.resolve("two.jpg"), JPEG);

        succeeded(send("direct:in", List.of(one, two), Map.of()));

        assertIsCutOut(Files.readAllBytes(folder.resolve("one.png")), 160, 120);
        assertIsCutOut(Files.readAllBytes(folder.resolve("two.png")), 160, 120);
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return camel.template().send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers);
        });
    }

    private static Exchange succeeded(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("The flow failed", exchange.getException());
        }
        return exchange;
    }

    static void assertIsCutOut(byte[] png, int width, int height) {
        BufferedImage picture = Pictures.decoded(png);
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertThat(picture.getRGB(2, 2) >>> 24).as("opacity of the backdrop").isLessThan(30);
        assertThat(picture.getRGB(width / 2, height / 2) >>> 24)
                .as("opacity of the object")
                .isGreaterThan(220);
    }
}
