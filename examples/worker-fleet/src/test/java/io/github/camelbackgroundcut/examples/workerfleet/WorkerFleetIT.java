// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.picture.InboxBucket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dispatcher and workers, here in one process. */
class WorkerFleetIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static FleetFixture around;
    private static Fleet dispatcher;

    @BeforeAll
    static void startDispatcher() {
        around = new FleetFixture(folder).set("fleet.deliveries", "3").set("fleet.look-again", "300");
        dispatcher = around.start(Role.DISPATCHER);
    }

    @AfterAll
    static void stopAll() {
        dispatcher.close();
        around.close();
    }

    @AfterEach
    void renew() throws Exception {
        around.emulator.setFaults(FaultPlan.none());
        around.emulator.setPlan(Plan.unlimited());
        around.drain("cutouts");
        around.drain("DLQ.pictures");
    }

    @Test
    void aPictureInTheBucketBecomesACutoutAndAMessage() throws Exception {
        try (Fleet worker = around.start(Role.WORKER)) {
            around.put("inbox/shoes/${env:HOME} Größe+%2F \u2764.jpg", TestPictures.jpeg(1));

            await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
            assertThat(around.keys("cutouts")).contains("shoes/${env:HOME} Größe+%2F \u2764.jpg/cutout.png");
            assertThat(around.keys("pictures"))
                    .contains("taken/shoes/${env:HOME} Größe+%2F \u2764.jpg")
                    .noneMatch(key -> key.startsWith("inbox/"));
            assertThat(around.drain("cutouts"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.getBody(String.class))
                            .isEqualTo("shoes/${env:HOME} Größe+%2F \u2764.jpg"));
        }
    }

    @Test
    void aPictureInTheFolderTravelsInItsMessage() throws Exception {
        Path inbox = folder.resolve("work/inbox");
        byte[] large = Arrays.copyOf(TestPictures.jpeg(2), 400_000);
        try (Fleet worker = around.start(Role.WORKER)) {
            Files.write(Files.createDirectories(inbox.resolve("sub")).resolve("blue.jpg"), large);

            await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
            assertThat(folder.resolve("work/outbox/sub/blue.jpg/cutout.png")).isNotEmptyFile();
            assertThat(inbox.resolve("sub/.taken/blue.jpg")).exists();
        }
    }

    @Test
    void aPictureThatCannotBecomeACutoutIsADeadLetterWithItsReason() throws Exception {
        try (Fleet worker = around.start(Role.WORKER)) {
            around.put("inbox/broken.jpg", new byte[] {1, 2, 3});

            await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == 1);
            assertThat(around.drain("DLQ.pictures")).singleElement().satisfies(letter -> {
                assertThat(letter.getBody(String.class)).contains("broken.jpg");
                assertThat(letter.getStringProperty("fleetReason")).isNotBlank();
            });
            assertThat(around.depth("cutouts")).isZero();
        }
    }

    @Test
    void atTheLastDeliveryTheWorkerItselfMakesItADeadLetter() throws Exception {
        around.emulator.setFaults("upload.503=1");
        around.set("camel.component.backgroundcut.max-retries", "0");
        try (Fleet worker = around.start(Role.WORKER)) {
            around.put("inbox/unlucky.jpg", TestPictures.jpeg(3));

            await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == 1);
            assertThat(around.drain("DLQ.pictures").get(0).getStringProperty("fleetReason"))
                    .contains("503");
            assertThat(around.emulator.struckFaults().get("upload.503")).isEqualTo(3);
        } finally {
            around.settings().remove("camel.component.backgroundcut.max-retries");
        }
    }

    @Test
    void withoutCreditsTheWorkerPausesAndNoPictureIsADeadLetter() throws Exception {
        around.emulator.setPlan(Plan.unlimited().withCredits(0));
        try (Fleet worker = around.start(Role.WORKER)) {
            for (int i = 0; i < 6; i++) {
                around.put("inbox/poor-" + i + ".jpg", TestPictures.jpeg(10 + i));
            }
            await().atMost(LONG)
                    .until(() -> around.page("/fleet.json", dispatcher).contains("402"));
            // More calls than all pictures take if each is delivered as often as the broker does.
            await().atMost(LONG).until(() -> around.told(dispatcher, "calls", worker) > 60);
            assertThat(around.depth("DLQ.pictures")).isZero();
            assertThat(around.depth("cutouts")).isZero();

            around.emulator.setPlan(Plan.unlimited());

            await().atMost(LONG).until(() -> around.depth("cutouts") == 6);
            assertThat(around.depth("DLQ.pictures")).isZero();
        }
    }

    @Test
    void withAKeyThatIsRefusedTheWorkerPausesAndThePictureStaysInTheQueue() throws Exception {
        Map<String, String> environment = new HashMap<>(around.environment());
        environment.put("BACKGROUNDCUT_API_KEY", "refused");
        try (Fleet worker = new Fleet(Role.WORKER, around.settings(), environment)) {
            worker.start();
            around.put("inbox/refused.jpg", TestPictures.jpeg(70));

            // The upload, and some looks.
            await().atMost(LONG).until(() -> around.told(dispatcher, "calls", worker) > 4);
            assertThat(around.page("/fleet.json", dispatcher)).contains("401");
            assertThat(around.depth("DLQ.pictures")).isZero();
        }
        assertThat(around.drain("pictures")).hasSize(1);
    }

    @Test
    void aWorkerSpeaksAmqp() throws Exception {
        String artemis = around.named().get("fleet.broker-url");
        around.set("fleet.protocol", "amqp").set("fleet.broker-url", artemis.replace("tcp:", "amqp:"));
        try (Fleet worker = around.start(Role.WORKER)) {
            around.put("inbox/amqp.jpg", TestPictures.jpeg(40));
            around.put("inbox/no-picture.jpg", new byte[] {1, 2, 3});
            around.settings().remove("fleet.protocol");
            around.settings().remove("fleet.broker-url");

            await().atMost(LONG).until(() -> around.depth("cutouts") == 1 && around.depth("DLQ.pictures") == 1);
            assertThat(around.drain("cutouts").get(0).getBody(String.class)).isEqualTo("amqp.jpg");
            assertThat(around.drain("DLQ.pictures").get(0).getStringProperty("fleetReason"))
                    .isNotBlank();
        }
    }

    /** As a dispatcher leaves it that dies between the message and the picture's end in the inbox. */
    @Test
    void aPictureWhoseMessageWasSentBeforeIsInTheQueueOnce() throws Exception {
        around.put("other/seen.jpg", TestPictures.jpeg(41));
        InboxBucket inbox = new InboxBucket();
        inbox.setBucket("pictures");
        String id =
                around
                        .client
                        .listObjectsV2(request -> request.bucket("pictures").prefix("other/"))
                        .contents()
                        .stream()
                        .map(inbox::id)
                        .findFirst()
                        .orElseThrow();
        around.send("pictures", "the first", Map.of("_AMQ_DUPL_ID", id));
        around.set("fleet.broker-url", around.named().get("fleet.broker-url"))
                .set("fleet.folder", folder.resolve("other").toString())
                .set("fleet.inbox", "other/");
        try (Fleet other = around.start(Role.DISPATCHER)) {
            await().atMost(LONG).until(() -> !around.keys("pictures").contains("other/seen.jpg"));

            assertThat(around.drain("pictures"))
                    .singleElement()
                    .satisfies(
                            message -> assertThat(message.getBody(String.class)).isEqualTo("the first"));
        } finally {
            around.settings().keySet().removeAll(List.of("fleet.broker-url", "fleet.inbox"));
            around.set("fleet.folder", folder.resolve("work").toString());
        }
    }

    @Test
    void thePageShowsWhatWorkersTell() throws Exception {
        try (Fleet worker = around.start(Role.WORKER)) {
            around.put("inbox/told.jpg", TestPictures.jpeg(60));

            await().atMost(LONG).until(() -> around.told(dispatcher, "pictures", worker) > 0);
            assertThat(around.page("/", dispatcher)).contains("<title>Worker fleet</title>");
            assertThat(around.page("/fleet.json", dispatcher))
                    .contains("\"waiting\":0", "\"credits\":", "/observe/health\"");
        }
    }

    /** As of several machines: both have the same bytes under another name. */
    @Test
    void workersThatShareAPostgresPayOnceForTheSamePicture() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            around.set("fleet.database-url", database.getJdbcUrl("postgres", "postgres"))
                    .set("fleet.parallel", "1");
            around.emulator.setFaults("process.latency=1:300ms");
            int before = around.emulator.charges().size();
            try (Fleet one = around.start(Role.WORKER);
                    Fleet other = around.start(Role.WORKER)) {
                around.put("inbox/twin-1.jpg", TestPictures.jpeg(50));
                around.put("inbox/twin-2.jpg", TestPictures.jpeg(50));

                await().atMost(LONG).until(() -> around.depth("cutouts") == 2);
            }
            assertThat(around.emulator.charges()).hasSize(before + 1);
            assertThat(around.emulator.charges().values()).containsOnly(1);
        } finally {
            around.settings().keySet().removeAll(List.of("fleet.database-url", "fleet.parallel"));
        }
    }

    @Test
    void deadLettersArePutBack() throws Exception {
        try (Fleet worker = around.start(Role.WORKER)) {
            around.emulator.setFaults("process.503=1");
            around.set("camel.component.backgroundcut.max-retries", "0");
            around.put("inbox/again.jpg", TestPictures.jpeg(30));
            await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == 1);
            around.emulator.setFaults(FaultPlan.none());

            try (Fleet putBack = around.start(Role.PUT_BACK)) {
                await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
            }
            assertThat(around.depth("DLQ.pictures")).isZero();
        } finally {
            around.settings().remove("camel.component.backgroundcut.max-retries");
        }
    }
}
