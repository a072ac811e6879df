// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Probe;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.kubernetes.Manifests;
import io.github.camelbackgroundcut.examples.workerfleet.picture.ClaimCheck;
import jakarta.jms.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dispatcher and a worker, here in one process. */
class WorkerFleetIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static FleetFixture around;
    private static Fleet dispatcher;
    private static Fleet worker;

    @BeforeAll
    static void startFleet() {
        around = new FleetFixture(folder)
                .set("fleet.deliveries", "3")
                .set("fleet.look-again", "100")
                .set("camel.component.backgroundcut.max-retries", "0");
        dispatcher = around.start(Role.DISPATCHER);
        worker = around.start(Role.WORKER);
    }

    @AfterAll
    static void stopFleet() {
        worker.close();
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
        around.put("inbox/shoes/${env:HOME} Größe+%2F \u2764.jpg", TestPictures.jpeg(1));

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
        assertThat(around.cutouts()).contains("shoes/${env:HOME} Größe+%2F \u2764.jpg/cutout.png");
        assertThat(around.pictures())
                .contains("taken/shoes/${env:HOME} Größe+%2F \u2764.jpg")
                .noneMatch(key -> key.startsWith("inbox/"));
        assertThat(around.drain("cutouts"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.getBody(String.class)).isEqualTo("shoes/${env:HOME} Größe+%2F \u2764.jpg"));
    }

    @Test
    void aPictureInTheFolderTravelsInItsMessage() throws Exception {
        Path inbox = folder.resolve("work/inbox");
        byte[] large = Arrays.copyOf(TestPictures.jpeg(2), 400_000);

        Files.write(Files.createDirectories(inbox.resolve("sub")).resolve("blue.jpg"), large);

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
        assertThat(folder.resolve("work/outbox/sub/blue.jpg/cutout.png")).isNotEmptyFile();
        assertThat(inbox.resolve("sub/.taken/blue.jpg")).exists();
    }

    @Test
    void aPictureThatCannotBecomeACutoutIsADeadLetterWithItsReason() throws Exception {
        around.put("inbox/broken.jpg", new byte[] {1, 2, 3});

        await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == 1);
        assertThat(around.drain("DLQ.pictures")).singleElement().satisfies(letter -> {
            assertThat(letter.getBody(String.class)).contains("broken.jpg");
            assertThat(letter.getStringProperty("fleetReason")).isNotBlank();
        });
        assertThat(around.depth("cutouts")).isZero();
    }

    @Test
    void atTheLastDeliveryTheWorkerItselfMakesItADeadLetter() throws Exception {
        around.emulator.setFaults("upload.503=1");

        around.put("inbox/unlucky.jpg", TestPictures.jpeg(3));

        await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == 1);
        assertThat(around.drain("DLQ.pictures").get(0).getStringProperty("fleetReason"))
                .contains("503");
        assertThat(around.emulator.struckFaults().get("upload.503")).isEqualTo(3);
    }

    /** More of them than the S3 client has connections: none may keep its own. */
    @Test
    void messagesOfAPictureThatWasReplacedEndAndKeepNoConnection() throws Exception {
        String replaced = around.put("taken/mug.jpg", TestPictures.jpeg(4));
        String etag = around.put("taken/mug.jpg", TestPictures.jpeg(5));
        FleetFixture.Made stale = claim("taken/mug.jpg", replaced);

        around.send("pictures", Collections.nCopies(60, stale).toArray(FleetFixture.Made[]::new));
        around.send("pictures", claim("taken/mug.jpg", etag));

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1 && around.depth("pictures") == 0);
        assertThat(around.depth("DLQ.pictures")).isZero();
    }

    @Test
    void withoutCreditsTheWorkerPausesAndNoPictureIsADeadLetter() throws Exception {
        int before = around.emulator.charges().size();
        around.emulator.setPlan(Plan.unlimited().withCredits(1));
        for (int i = 0; i < 3; i++) {
            around.put("inbox/poor-" + i + ".jpg", TestPictures.jpeg(10 + i));
        }
        await().atMost(LONG).until(() -> around.page("/fleet.json", dispatcher).contains("402"));
        long calls = around.told(dispatcher, "calls", worker);
        // More calls than these pictures take if each is delivered as often as the broker does.
        await().atMost(LONG).until(() -> around.told(dispatcher, "calls", worker) > calls + 2 * 2 * 3);
        assertThat(around.depth("DLQ.pictures")).isZero();
        assertThat(around.depth("cutouts")).isOne();

        around.emulator.setPlan(Plan.unlimited());

        await().atMost(LONG).until(() -> around.depth("cutouts") == 3);
        assertThat(around.depth("DLQ.pictures")).isZero();
        assertThat(around.emulator.charges()).hasSize(before + 3);
        assertThat(around.emulator.charges().values()).containsOnly(1);
    }

    @Test
    void thePageShowsWhatWorkersTell() throws Exception {
        long before = around.told(dispatcher, "pictures", worker);
        around.put("inbox/told.jpg", TestPictures.jpeg(60));

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
        await().atMost(LONG).until(() -> around.told(dispatcher, "pictures", worker) > before);
        assertThat(around.page("/", dispatcher)).contains("<title>Worker fleet</title>");
        assertThat(around.page("/fleet.json", dispatcher)).contains("\"waiting\":", "\"credits\":");
    }

    @Test
    void aWorkerAnswersTheProbesOfTheKubernetesManifest() throws Exception {
        await().atMost(LONG).until(() -> around.page("/fleet.json", dispatcher).contains("/observe/health\""));
        URI health = URI.create(new ObjectMapper()
                .readTree(around.page("/fleet.json", dispatcher))
                .findValue("url")
                .asText());

        assertThat(new Manifests().probesOfTheWorker())
                .hasSize(3)
                .extracting(Probe::getHttpGet)
                .allSatisfy(
                        get -> assertThat(status(health.resolve(get.getPath()))).isEqualTo(200));
    }

    /** One of them dies at once, and would go round for ever. */
    @Test
    void deadLettersArePutBackOnce() throws Exception {
        long failures = around.told(dispatcher, "failures", worker);
        around.emulator.setFaults("process.503=1");
        around.put("inbox/again.jpg", TestPictures.jpeg(30));
        around.put("inbox/no-picture.jpg", new byte[] {1, 2, 3});
        await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == 2);
        around.emulator.setFaults(FaultPlan.none());

        try (Fleet putBack = around.start(Role.PUT_BACK)) {
            await().atMost(LONG).until(() -> around.depth("cutouts") == 1 && around.depth("DLQ.pictures") == 1);
            await().during(Duration.ofMillis(600)).atMost(LONG).until(() -> around.depth("DLQ.pictures") == 1);
        }
        await().atMost(LONG).until(() -> around.told(dispatcher, "failures", worker) == failures + 3);
        Message dead = around.drain("DLQ.pictures").get(0);
        assertThat(dead.getStringProperty("fleetPicture")).isEqualTo("no-picture.jpg");
    }

    private static FleetFixture.Made claim(String key, String etag) {
        return session -> session.createTextMessage(new ClaimCheck(around.source, key, etag, "mug.jpg").toJson());
    }

    private static int status(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
