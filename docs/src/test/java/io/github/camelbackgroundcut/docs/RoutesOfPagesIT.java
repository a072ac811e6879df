// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each route of a page, unchanged, is safe: with a service that fails, and with broken pictures among the good ones,
 * each good picture comes out whole and is paid for once, and the broken ones are put aside. Of two pictures whose cutouts would have
 * one name, one may be put aside, too.
 */
@Execution(ExecutionMode.CONCURRENT)
class RoutesOfPagesIT {

    private static final String FLEET = "examples/worker-fleet/src/main/resources/camel/queue/";
    private static final String TOPIC = "examples/worker-fleet/src/main/resources/camel/kafka/";

    /** Routes that need classes of their example, which are tried by its own tests. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("examples/file-drop/src/main/resources/camel/file-drop.camel.yaml", "filedrop/chaos/ChaosIT"),
            Map.entry("examples/s3-drop/src/main/resources/camel/s3-drop.camel.yaml", "s3drop/SurvivalIT"),
            Map.entry("examples/servlet-war/src/main/resources/camel/cutouts.camel.yaml", "servletwar/CutoutsWarIT"),
            Map.entry(
                    "examples/token-server/src/main/resources/camel/token-server.camel.yaml",
                    "tokenserver/TokenServerIT"),
            Map.entry("examples/token-server/clients/cut-out.camel.yaml", "tokenserver/ClientsIT"),
            Map.entry(FLEET + "worker.camel.yaml", "workerfleet/load/SurvivalRun"),
            Map.entry(FLEET + "put-back.camel.yaml", "workerfleet/WorkerFleetIT"),
            Map.entry(FLEET + "dispatcher-bucket.camel.yaml", "workerfleet/WorkerFleetIT"),
            Map.entry(FLEET + "dispatcher-folder.camel.yaml", "workerfleet/WorkerFleetIT"),
            Map.entry(FLEET + "dispatcher-page.camel.yaml", "workerfleet/WorkerFleetIT"),
            Map.entry(TOPIC + "worker.camel.yaml", "workerfleet/kafka/KafkaFleetIT"),
            Map.entry(TOPIC + "put-back.camel.yaml", "workerfleet/kafka/KafkaFleetIT"),
            Map.entry(TOPIC + "dispatcher.camel.yaml", "workerfleet/kafka/KafkaFleetIT"));

    /** Needs a bucket: the example's s3drop/DropsPageIT runs it. */
    private static final String S3_DROP = "routeTemplateRef: backgroundcut-s3-drop";

    private static final long SEED = 17;

    /** Such a route can't look for what it has paid for: where the answer to its process call is lost, the picture fails. */
    private static final Pattern STEP_BY_STEP =
            Pattern.compile("backgroundcut(:|\\(\"(?:\\w+\", \")?)process\\b|/remove-bg/process/\\?");

    /** They start two at a time, and wait together: for the poll of a folder, or for the end of a call's time. */
    private static final Semaphore STARTS = new Semaphore(2);

    static List<PageSnippet> routes() {
        List<String> elsewhere = ELSEWHERE.keySet().stream()
                .map(file -> Pages.text(Pages.ROOT.resolve(file)))
                .toList();
        // A page may show such a file, too.
        return PageSnippet.routes().stream()
                .filter(snippet -> !elsewhere.contains(snippet.text()))
                .filter(snippet -> !snippet.text().contains(S3_DROP))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void paysOnceAndLosesNothing(PageSnippet snippet, @TempDir Path folder) throws Exception {
        tryOut(snippet, folder);
    }

    @Test
    void routesThatAreTriedElsewhereHaveTheirTest() {
        assertThat(ELSEWHERE)
                .allSatisfy((file, test) -> assertThat(Pages.ROOT.resolve(file.substring(0, file.indexOf('/', 9))
                                + "/src/test/java/io/github/camelbackgroundcut/examples/" + test + ".java"))
                        .exists());
    }

    @Test
    void findsARouteThatReadsABrokenPictureAgainAndAgain(@TempDir Path folder) {
        PageSnippet unsafe = new PageSnippet(
                "page", "java", "from(\"file:inbox\").to(\"backgroundcut:removeBackground\").to(\"file:outbox\");");

        assertThatThrownBy(() -> tryOut(unsafe, folder)).hasStackTraceContaining("how often each picture was read");
    }

    @Test
    void findsARouteThatLosesPictures(@TempDir Path folder) {
        PageSnippet unsafe = new PageSnippet(
                "page",
                "java",
                "from(\"file:inbox?moveFailed=.failed\").to(\"backgroundcut:removeBackground\").to(\"file:outbox?fileName=one\");");

        assertThatThrownBy(() -> tryOut(unsafe, folder)).hasMessageContaining("cutouts of");
    }

    @Test
    void findsARouteWhoseCutoutsOverwriteEachOther(@TempDir Path folder) {
        PageSnippet unsafe = new PageSnippet(
                "page",
                "java",
                "from(\"file:inbox?moveFailed=.failed\").to(\"backgroundcut:removeBackground\").to(\"file:outbox\");");

        assertThatThrownBy(() -> tryOut(unsafe, folder)).hasMessageContaining("cutouts of red");
    }

    @Test
    void findsRoutesInWhateverLanguage() {
        assertThat(PageSnippet.blocks("page", """
                        ```kotlin
                        from("file:inbox").to("backgroundcut:removeBackground")
                        ```

                        - ```yaml
                          from:
                            uri: file:inbox
                          ```

                        ```sh
                        camel run --dep=mvn:x:camel-backgroundcut:1
                        ```
                        """))
                .extracting(PageSnippet::language, PageSnippet::isRoute)
                .containsExactly(tuple("kotlin", true), tuple("yaml", true), tuple("sh", false));
    }

    private static void tryOut(PageSnippet snippet, Path folder) throws Exception {
        boolean repeats = !STEP_BY_STEP.matcher(snippet.text()).find();
        EmulatorConfiguration.Builder configuration = EmulatorConfiguration.builder()
                .engine(new BorderThresholdEngine())
                .closedAtShutdown(false)
                .faults(repeats ? SeededFaults.of(SEED + snippet.text().hashCode()) : SeededFaults.few());
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration.build());
                RouteOnTrial route = start(snippet, folder, emulator)) {
            assertThat(route.inputs()).isNotEmpty();
            for (Endpoint input : route.inputs()) {
                RouteTrial.of(route, input, repeats).run();
            }
        }
    }

    private static RouteOnTrial start(PageSnippet snippet, Path folder, BackgroundCutEmulator emulator)
            throws Exception {
        STARTS.acquire();
        try {
            return RouteOnTrial.start(snippet, folder, emulator);
        } finally {
            STARTS.release();
        }
    }
}
