// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.servletwar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The WAR as it was built, in a Tomcat. */
class CutoutsWarIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private Path folder;

    @RegisterExtension
    final LogMessages log = new LogMessages();

    private BackgroundCutEmulator emulator;
    private Tomcat tomcat;
    private Context application;

    @BeforeEach
    void start() throws Exception {
        emulator = BackgroundCutEmulator.start();
        System.setProperty("cutouts.api-key", emulator.apiKey());
        System.setProperty("cutouts.base-url", emulator.baseUrl());
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        Files.createDirectories(folder.resolve("webapps"));
        tomcat.setPort(0);
        // JSP is in the defaults, and not in this Tomcat.
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.getConnector();
        application = tomcat.addWebapp("/cutouts", System.getProperty("war"));
        // Libraries of the test are not part of the application.
        ((StandardJarScanner) application.getJarScanner()).setScanClassPath(false);
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        emulator.close();
        System.clearProperty("cutouts.api-key");
        System.clearProperty("cutouts.base-url");
    }

    @Test
    void aPictureThatIsPostedComesBackCutOut() throws Exception {
        HttpResponse<byte[]> answer =
                post("/cutouts/cutout", BodyPublishers.ofFile(Path.of(System.getProperty("sample"))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))
                        .getColorModel()
                        .hasAlpha())
                .isTrue();
    }

    /** curl says that what it posts is a form, unless it is told the type. */
    @Test
    void whatIsNoPictureIsRefusedWhateverItsType() throws Exception {
        for (String type : List.of("", FORM, "multipart/form-data", "image/jpeg", "application/json", "nonsense")) {
            for (String body : List.of("", "no picture", "%zz&=&")) {
                HttpResponse<byte[]> answer = post("/cutouts/cutout", BodyPublishers.ofString(body), type);

                assertThat(answer.statusCode()).as(type + ": " + body).isEqualTo(422);
            }
        }
    }

    @Test
    void aPictureThatIsSentAsAFormIsCutOut() throws Exception {
        HttpResponse<byte[]> answer =
                post("/cutouts/cutout", BodyPublishers.ofFile(Path.of(System.getProperty("sample"))), FORM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))).isNotNull();
    }

    /** A client posts its picture again if it got no answer, as here: it is paid for, and can't be fetched. */
    @Test
    void aPictureThatIsPostedAgainIsNotPaidForAgain() throws Exception {
        BodyPublisher picture = BodyPublishers.ofFile(Path.of(System.getProperty("sample")));
        emulator.setFaults("upload.503=1x, process.429=1x:1s, download.truncated=6x");

        assertThat(post("/cutouts/cutout", picture).statusCode()).isEqualTo(500);
        HttpResponse<byte[]> answer = post("/cutouts/cutout", picture);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))).isNotNull();
        assertThat(emulator.charges().values()).containsExactly(1);
    }

    @Test
    void aPictureIsPaidForOnceThoughAnAnswerIsLost() throws Exception {
        emulator.setFaults("process.503=1x, process.lost=1x, download.reset-mid=1x");

        HttpResponse<byte[]> answer =
                post("/cutouts/cutout", BodyPublishers.ofFile(Path.of(System.getProperty("sample"))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))).isNotNull();
        assertThat(emulator.charges().values()).containsExactly(1);
    }

    @Test
    void noSecretComesBack() throws Exception {
        System.setProperty("cutouts.api-key", "wrong-key");
        application.reload();

        HttpResponse<byte[]> answer =
                post("/cutouts/cutout", BodyPublishers.ofFile(Path.of(System.getProperty("sample"))));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body())).doesNotContain("wrong-key");
        assertThat(answer.headers().map().toString()).doesNotContain("wrong-key");
    }

    @Test
    void nothingOfItRunsOnceItIsTakenAway() throws Exception {
        post("/cutouts/cutout", BodyPublishers.ofFile(Path.of(System.getProperty("sample"))));
        ClassLoader loader = application.getLoader().getClassLoader();
        assertThat(threadsOf(loader)).isNotEmpty();

        tomcat.getHost().removeChild(application);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(threadsOf(loader)).isEmpty());
        assertThat(log.messages()).noneMatch(message -> message.contains("ThreadLocal"));
    }

    @Test
    void theConsoleSaysWhyItDoesNotStart() {
        System.clearProperty("cutouts.api-key");

        application.reload();

        assertThat(log.messages())
                .contains("io.github.camelbackgroundcut.examples.servletwar.CamelStarter: The application can't start: "
                        + "Property with key [cutouts.api-key] not found in properties from text: {{cutouts.api-key}}");
        assertThat(application.getState().isAvailable()).isFalse();
    }

    /** Threads that came with the application: of its class loader, or under a name of Camel's. */
    private List<String> threadsOf(ClassLoader loader) {
        return threads().stream()
                .filter(thread -> thread.getContextClassLoader() == loader
                        || thread.getName().startsWith("Camel"))
                .map(Thread::getName)
                .toList();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }

    private HttpResponse<byte[]> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return post(path, body, "");
    }

    private HttpResponse<byte[]> post(String path, BodyPublisher body, String contentType)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(body).timeout(Duration.ofSeconds(60));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
