// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What docs/monitoring.md promises of one dependency, and whether its alerts ask for metrics that come. */
@Tag("observability")
class MonitoringPageIT {

    private static final Path PAGE = Pages.ROOT.resolve("docs/monitoring.md");
    private static final Pattern METER = Pattern.compile("camel\\.backgroundcut\\.[a-z.]+[a-z]");
    private static final Pattern INCREASE_OF_A_STATUS =
            Pattern.compile("increase\\((\\S+\\{status=\\S+})\\[\\w+]\\)\\) > 0(?![.\\d])");
    private static final Pattern METRIC = Pattern.compile("camel_backgroundcut_[a-z_]+[a-z]");
    /** It comes when a service has answered 429 for a while. */
    private static final String LATE_METRIC = "camel_backgroundcut_pace_learned";

    private static final String HEALTH = "/observe/health";
    private static final String WRONG_KEY = "wrong-key";

    private static final BackgroundCutEmulator EMULATOR = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
            .engine(new BorderThresholdEngine())
            .plan(Plan.unlimited().withCredits(1))
            .build());
    private static final List<Metric> SAMPLES = new ArrayList<>();
    private static Application application;

    /** With each status that an alert asks for, and without an answer. */
    @BeforeAll
    static void callTheService() throws Exception {
        EMULATOR.setFaults("upload.503=1x, upload.429=1x, upload.reset-before=1x");
        application = new Application(EMULATOR.apiKey());
        application.cutOut();
        assertThat(catchException(application::cutOut)).as("beyond the credits").isNotNull();
        SAMPLES.addAll(application.samples());
        try (Application rejected = new Application(WRONG_KEY)) {
            assertThat(catchException(rejected::cutOut)).as("with a wrong key").isNotNull();
            SAMPLES.addAll(rejected.samples());
        }
    }

    @AfterAll
    static void stop() {
        application.close();
        EMULATOR.close();
    }

    @Test
    void pageNamesEachMetricAndNoOther() {
        Set<String> names = SAMPLES.stream()
                .map(Metric::name)
                .filter(METRIC.asMatchPredicate())
                .collect(Collectors.toSet());
        names.add(LATE_METRIC);

        assertThat(named(METRIC)).hasSizeGreaterThan(8).isEqualTo(names);
        assertThat(named(METER))
                .hasSizeGreaterThan(8)
                .allSatisfy(meter -> assertThat(names).anyMatch(name -> name.startsWith(meter.replace('.', '_'))));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alertsAskForMetricsThatCome(Map<String, Object> alert) {
        assertThat(alert).containsKeys("alert", "expr", "labels", "annotations");
        assertThat(Metric.in(alert.get("expr").toString()))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(SAMPLES).anyMatch(asked::finds));
    }

    /** The series of a status begins with its first call: it is 1 from the start, and does not increase. */
    @ParameterizedTest
    @MethodSource("alerts")
    void alertsOfASingleCallFireAtTheFirstOne(Map<String, Object> alert) {
        String expression = alert.get("expr").toString();
        Matcher single = INCREASE_OF_A_STATUS.matcher(expression);
        if (single.find()) {
            assertThat(expression).contains(single.group(1) + " offset").contains("unless " + single.group(1));
        }
    }

    @Test
    void wouldMissMetricsThatDoNotCome() {
        assertThat(Metric.in("rate(camel_backgroundcut_calls_total[5m])"
                        + " / rate(camel_backgroundcut_calls_seconds_count{status=\"402\",outcome=\"lost\"}[5m])"
                        + " + camel_backgroundcut_calls_active{operation=\"process\"}"))
                .hasSize(3)
                .allSatisfy(asked -> assertThat(SAMPLES).noneMatch(asked::finds));
    }

    @Test
    void isReadyWhileTheServiceAcceptsTheKey() throws Exception {
        HttpResponse<String> ready = application.get(HEALTH + "/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("producer:backgroundcut-removeBackground")
                .doesNotContain(EMULATOR.apiKey());
    }

    @Test
    void livesButIsNotReadyWhenTheServiceRejectsTheKey() throws Exception {
        try (Application rejected = new Application(WRONG_KEY)) {
            await().untilAsserted(() -> {
                HttpResponse<String> ready = rejected.get(HEALTH + "/ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body())
                        .contains("The service rejects the API key")
                        .doesNotContain(WRONG_KEY);
            });
            assertThat(rejected.get(HEALTH).statusCode()).isEqualTo(503);
            assertThat(rejected.get(HEALTH + "/live").statusCode()).isEqualTo(200);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> alerts() {
        Object file =
                new Load(LoadSettings.builder().build()).loadFromString(Pages.file(PAGE, "backgroundcut-alerts.yml"));
        return ((Map<String, List<Map<String, List<Map<String, Object>>>>>) file)
                .get("groups").stream()
                        .flatMap(group -> group.get("rules").stream())
                        .toList();
    }

    private static Set<String> named(Pattern pattern) {
        return pattern.matcher(Pages.text(PAGE))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** With the properties of the page, and one route. */
    private static final class Application implements AutoCloseable {

        private final Main main = new Main();
        private final int port = FreePort.any();

        Application(String apiKey) throws Exception {
            Properties properties = new Properties();
            properties.load(new StringReader(Pages.file(PAGE, "src/main/resources/application.properties")));
            properties.setProperty("camel.management.port", String.valueOf(port));
            properties.setProperty("camel.component.backgroundcut.api-key", apiKey);
            properties.setProperty("camel.component.backgroundcut.base-url", EMULATOR.baseUrl());
            properties.setProperty("camel.component.backgroundcut.retry-delay", "1");
            properties.setProperty("camel.component.backgroundcut.adaptive-pacing", "false");
            main.setInitialProperties(properties);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:cutouts").routeId("cutouts").to("backgroundcut:removeBackground");
                }
            });
            main.start();
        }

        void cutOut() throws Exception {
            main.getCamelTemplate()
                    .requestBody("direct:cutouts", TrialPicture.GOOD.get(0).bytes());
        }

        List<Metric> samples() throws Exception {
            return Metric.in(get("/observe/metrics").body()).toList();
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            URI address = URI.create("http://127.0.0.1:" + port + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }

        @Override
        public void close() {
            main.stop();
        }
    }
}
