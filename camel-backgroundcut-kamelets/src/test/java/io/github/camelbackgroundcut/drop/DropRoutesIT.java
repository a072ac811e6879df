// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Processor;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a drop in Camel Main: a templated route, and the Kamelet as a source. */
class DropRoutesIT {

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension();

    @TempDir
    private Path home;

    /** Main finds the template in the class path's folder "camel-template". */
    @Test
    void mainFindsTheTemplateOfATemplatedRoute() throws Exception {
        Main main = main("""
                - templatedRoute:
                    routeTemplateRef: backgroundcut-file-drop
                    routeId: shop
                    parameters:
                      - name: inbox
                        value: "{{test.home}}/inbox"
                      - name: outbox
                        value: "{{test.home}}/outbox"
                      - name: format
                        value: jpeg
                      - name: backgroundColor
                        value: ffffff
                      - name: quietPeriod
                        value: 1
                """);
        main.addInitialProperty(
                "camel.main.routes-include-pattern",
                "classpath:camel-template/*,file:" + home.resolve("drop.camel.yaml"));
        runUntil(main, "mug.jpg.jpg");

        assertThat(FileDropFixture.names(home.resolve("inbox/.done"))).containsExactly("mug.jpg");
    }

    @Test
    void templatedRouteCanNameTheTemplatesLocation() throws Exception {
        Main main = main("""
                - templatedRoute:
                    routeTemplateRef: backgroundcut-file-drop
                    parameters:
                      - {name: location, value: "classpath:kamelets"}
                      - {name: inbox, value: "{{test.home}}/inbox"}
                      - {name: outbox, value: "{{test.home}}/outbox"}
                      - {name: quietPeriod, value: 1}
                """);
        runUntil(main, "mug.jpg.png");
    }

    @Test
    void stepsBehindTheKameletRunForPicturesThatAreDone() throws Exception {
        TestPictures.drop(new byte[] {1, 2, 3}, home.resolve("inbox"), "broken.jpg");
        Main main = main("""
                - route:
                    from:
                      uri: kamelet:backgroundcut-file-drop
                      parameters:
                        inbox: "{{test.home}}/inbox"
                        outbox: "{{test.home}}/outbox"
                        quietPeriod: 1
                        parallel: 1
                      steps:
                        - to: mock:done
                """);
        main.addInitialProperty("camel.component.mock.log", "false");
        runUntil(main, "mug.jpg.png", () -> {
            MockEndpoint done = main.getCamelContext().getEndpoint("mock:done", MockEndpoint.class);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> FileDropFixture.names(home.resolve("inbox")).isEmpty());
            assertThat(done.getExchanges())
                    .extracting(exchange -> exchange.getProperty(Drop.PICTURE))
                    .isEqualTo(List.of("mug.jpg"));
        });

        assertThat(FileDropFixture.names(home.resolve("inbox/.failed")))
                .isEqualTo(Set.of("broken.jpg", "broken.jpg.txt"));
    }

    /** It would call a picture done that is not. */
    @Test
    void errorHandlerOfTheRouteHasNoPartInTheDrop() throws Exception {
        TestPictures.drop(new byte[] {1, 2, 3}, home.resolve("inbox"), "broken.jpg");
        Main main = main("""
                - errorHandler:
                    deadLetterChannel:
                      deadLetterUri: mock:dead
                - route:
                    from:
                      uri: kamelet:backgroundcut-file-drop
                      parameters:
                        inbox: "{{test.home}}/inbox"
                        outbox: "{{test.home}}/outbox"
                        quietPeriod: 1
                      steps:
                        - to: mock:done
                """);
        runUntil(main, "mug.jpg.png");

        assertThat(FileDropFixture.names(home.resolve("inbox/.done"))).containsExactly("mug.jpg");
        assertThat(FileDropFixture.names(home.resolve("inbox/.failed"))).contains("broken.jpg", "broken.jpg.txt");
    }

    @Test
    void pictureWhoseStepsFailIsDoneAgainButNotPaidAgain() throws Exception {
        Main main = main("""
                - route:
                    errorHandler:
                      noErrorHandler: {}
                    from:
                      uri: kamelet:backgroundcut-file-drop
                      parameters:
                        inbox: "{{test.home}}/inbox"
                        outbox: "{{test.home}}/outbox"
                        quietPeriod: 1
                        delay: 50
                      steps:
                        - process:
                            ref: failing
                """);
        int before = charges();
        AtomicInteger failures = new AtomicInteger();
        main.bind("failing", (Processor) exchange -> {
            if (failures.getAndIncrement() < 2) {
                throw new IllegalStateException("on purpose");
            }
        });
        runUntil(main, "mug.jpg.png");

        assertThat(failures).hasValue(3);
        assertThat(charges() - before).isEqualTo(1);
    }

    private static int charges() {
        return EMULATOR.emulator().charges().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Main main(String route) throws Exception {
        TestPictures.drop(TestPictures.jpeg(), home.resolve("inbox"), "mug.jpg");
        Path file = Files.writeString(home.resolve("drop.camel.yaml"), route);
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.addInitialProperty("camel.main.routes-include-pattern", "file:" + file);
        main.addInitialProperty("test.home", home.toString());
        main.addInitialProperty("camel.component.backgroundcut.api-key", EMULATOR.apiKey());
        main.addInitialProperty("camel.component.backgroundcut.base-url", EMULATOR.baseUrl());
        return main;
    }

    private void runUntil(Main main, String cutout) throws Exception {
        runUntil(
                main,
                cutout,
                () -> await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                FileDropFixture.names(home.resolve("inbox")).isEmpty()));
    }

    private void runUntil(Main main, String cutout, Inspection inspection) throws Exception {
        try {
            main.start();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(home.resolve("outbox").resolve(cutout)));
            inspection.inspect();
        } finally {
            main.stop();
        }
    }

    @FunctionalInterface
    private interface Inspection {
        void inspect() throws Exception;
    }
}
