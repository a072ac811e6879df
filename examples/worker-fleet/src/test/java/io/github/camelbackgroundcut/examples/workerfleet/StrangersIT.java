// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture.Made;
import io.github.camelbackgroundcut.examples.workerfleet.picture.ClaimCheck;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages in the queue that the dispatcher hasn't sent. */
class StrangersIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static FleetFixture around;
    private static Fleet dispatcher;
    private static Fleet worker;

    @BeforeAll
    static void startFleet() {
        around = new FleetFixture(folder).set("camel.component.backgroundcut.max-retries", "0");
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
        around.drain("cutouts");
        around.drain("DLQ.pictures");
    }

    @Test
    void whatIsNoPictureIsADeadLetterWithTheReason() throws Exception {
        around.send(
                "pictures",
                session -> session.createTextMessage("a letter"),
                session -> session.createTextMessage(),
                session -> session.createTextMessage("{\"bucket\": \"" + around.source + "\", \"name\": \"mug.jpg\"}"),
                session -> session.createMessage(),
                session -> session.createMapMessage(),
                session -> session.createStreamMessage(),
                session -> session.createObjectMessage(new Date()),
                session -> session.createBytesMessage(),
                picture("../../outside.jpg"));

        assertThat(reasons(9))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).startsWith("The message is not a claim check"),
                        reason -> assertThat(reason).startsWith("The claim check lacks a bucket, a key"),
                        reason -> assertThat(reason).startsWith("The message is neither"),
                        reason -> assertThat(reason).startsWith("The picture's name is not allowed"),
                        reason -> assertThat(reason).startsWith("The message is neither"),
                        reason -> assertThat(reason).startsWith("The message is neither"),
                        reason -> assertThat(reason).startsWith("The message is neither"),
                        reason -> assertThat(reason).startsWith("The message is neither"),
                        reason -> assertThat(reason).startsWith("The message is neither"));
        assertThat(around.emulator.charges()).isEmpty();
    }

    @Test
    void aDeadLetterIsWhatItWas() throws Exception {
        around.send("pictures", session -> {
            MapMessage map = session.createMapMessage();
            map.setString("colour", "red");
            map.setStringProperty("origin", "elsewhere");
            return map;
        });

        await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == 1);
        assertThat(around.drain("DLQ.pictures")).singleElement().satisfies(dead -> {
            assertThat(((MapMessage) dead).getString("colour")).isEqualTo("red");
            assertThat(dead.getStringProperty("origin")).isEqualTo("elsewhere");
        });
    }

    @Test
    void claimChecksForOtherBucketsAreRefusedAndNoTextIsEvaluated() throws Exception {
        String etag = around.put("taken/mug.jpg", TestPictures.jpeg(1));
        String other = SharedS3.bucket("other");
        around.client.copyObject(request -> request.sourceBucket(around.source)
                .sourceKey("taken/mug.jpg")
                .destinationBucket(other)
                .destinationKey("taken/mug.jpg"));

        around.send(
                "pictures",
                claim(other, "taken/mug.jpg", etag),
                claim("${sys.java.version}", "taken/mug.jpg", etag),
                claim(around.source, "${sys.java.version}", etag),
                claim(around.source, "../" + other + "/taken/mug.jpg", etag),
                claim(around.source, "taken/mug.jpg", "x\r\nx-amz-copy-source: y"));

        assertThat(reasons(5))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).startsWith("The claim check is for the bucket " + other),
                        reason ->
                                assertThat(reason).startsWith("The claim check is for the bucket ${sys.java.version}"),
                        reason -> assertThat(reason).contains("404"),
                        reason -> assertThat(reason).startsWith("The key of the claim check is not allowed"),
                        reason -> assertThat(reason).startsWith("The etag of the claim check is none"));
    }

    /** Camel's components obey headers whose names begin with its own, in whatever case. */
    @Test
    void propertiesOfAMessageGiveNoOrders() throws Exception {
        String etag = around.put("taken/mug.jpg", TestPictures.jpeg(2));

        around.send("pictures", session -> {
            Message message = claim(around.source, "taken/mug.jpg", etag).in(session);
            message.setStringProperty("CAMELAwsS3Operation", "deleteObject");
            message.setStringProperty("CAMELAwsS3Key", "${sys.java.version}");
            message.setStringProperty("CAMELJmsDestinationName", "elsewhere");
            message.setStringProperty("CAMELBackgroundCutFormat", "no format");
            message.setJMSReplyTo(session.createQueue("answers"));
            return message;
        });

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
        assertThat(around.pictures()).contains("taken/mug.jpg");
        assertThat(around.cutouts()).contains("mug.jpg/cutout.png");
    }

    @Test
    void anEtagWithoutQuotesIsFine() throws Exception {
        String etag = around.put("taken/mug.jpg", TestPictures.jpeg(3));

        around.send("pictures", claim(around.source, "taken/mug.jpg", etag.replace("\"", "")));

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
    }

    @Test
    void aPictureWithItsNameIsWelcome() throws Exception {
        around.send("pictures", picture("from/elsewhere.jpg"));

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
        assertThat(folder.resolve("work/outbox/from/elsewhere.jpg/cutout.png")).isNotEmptyFile();
    }

    @Test
    void aReportThatIsNoneDoesNotStopTheDispatcher() throws Exception {
        long before = around.told(dispatcher, "pictures", worker);
        around.send("reports", session -> session.createTextMessage("all is well"));
        around.send("pictures", picture("told.jpg"));

        await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
        await().atMost(LONG).until(() -> around.told(dispatcher, "pictures", worker) > before);
    }

    private static Made claim(String bucket, String key, String etag) {
        return session -> session.createTextMessage(new ClaimCheck(bucket, key, etag, "mug.jpg").toJson());
    }

    private static Made picture(String name) {
        return session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(TestPictures.jpeg(name.hashCode()));
            message.setStringProperty("fleetName", name);
            return message;
        };
    }

    /** Of so many dead letters. */
    private static List<String> reasons(int count) throws JMSException {
        await().atMost(LONG).until(() -> around.depth("DLQ.pictures") == count);
        List<String> reasons = new ArrayList<>();
        for (Message dead : around.drain("DLQ.pictures")) {
            reasons.add(dead.getStringProperty("fleetReason"));
        }
        return reasons;
    }
}
