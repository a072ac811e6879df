// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.examples.workerfleet.picture.InboxBucket;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers, and a dispatcher, that are not as the others. */
class OtherWorkersIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static FleetFixture around;
    private static Fleet dispatcher;

    @BeforeAll
    static void startDispatcher() {
        around = new FleetFixture(folder).set("fleet.look-again", "100");
        dispatcher = around.start(Role.DISPATCHER);
    }

    @AfterAll
    static void stopAll() {
        dispatcher.close();
        around.close();
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
    void aWorkerAndPutBackSpeakAmqp() throws Exception {
        String artemis = around.named().get("fleet.broker-url");
        around.set("fleet.protocol", "amqp").set("fleet.broker-url", artemis.replace("tcp:", "amqp:"));
        try (Fleet worker = around.start(Role.WORKER)) {
            around.put("inbox/amqp.jpg", TestPictures.jpeg(40));
            around.put("inbox/no-picture.jpg", new byte[] {1, 2, 3});
            await().atMost(LONG).until(() -> around.told(dispatcher, "failures", worker) == 1);
            try (Fleet putBack = around.start(Role.PUT_BACK)) {
                await().atMost(LONG).until(() -> around.told(dispatcher, "failures", worker) == 2);
            }
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
        around.send("pictures", session -> {
            Message message = session.createTextMessage("the first");
            message.setStringProperty("_AMQ_DUPL_ID", idIn("other/"));
            return message;
        });
        around.set("fleet.broker-url", around.named().get("fleet.broker-url"))
                .set("fleet.folder", folder.resolve("other").toString())
                .set("fleet.inbox", "other/");
        try (Fleet other = around.start(Role.DISPATCHER)) {
            await().atMost(LONG).until(() -> !around.pictures().contains("other/seen.jpg"));

            assertThat(around.drain("pictures"))
                    .singleElement()
                    .satisfies(
                            message -> assertThat(message.getBody(String.class)).isEqualTo("the first"));
        } finally {
            around.settings().keySet().removeAll(List.of("fleet.broker-url", "fleet.inbox"));
            around.set("fleet.folder", folder.resolve("work").toString());
        }
    }

    private static String idIn(String prefix) {
        InboxBucket inbox = new InboxBucket();
        inbox.setBucket(around.source);
        return inbox.id(around.client
                .listObjectsV2(request -> request.bucket(around.source).prefix(prefix))
                .contents()
                .get(0));
    }
}
