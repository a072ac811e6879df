// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.main.MainConfigurationProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    /** In seconds: how long Camel waits for its services after its routes. */
    private static final long EXTRA = new MainConfigurationProperties().getExtraShutdownTimeout();

    private final Manifests manifests = new Manifests();

    private Deployment deployment;
    private Container worker;

    @BeforeEach
    void readDeployment() throws IOException {
        deployment = manifests.read("worker.yaml", Deployment.class);
        worker = manifests.worker();
    }

    @Test
    void aFieldThatIsMisspelledIsFound() {
        assertThatThrownBy(() -> manifests.parse("""
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  template:
                    spec:
                      terminationGracePeriod: 360
                """)).hasMessageContaining("terminationGracePeriod");
        assertThatThrownBy(() -> manifests.parse("""
                apiVersion: keda.sh/v1alpha1
                kind: ScaledObject
                spec:
                  maxReplicas: 3
                """)).hasMessageContaining("maxReplicas");
    }

    @Test
    void aPodThatIsTakenAwayHasTimeForItsPictures() throws IOException {
        long grace = deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds();
        long shutdown = Long.parseLong(defaults().getProperty("camel.main.shutdown-timeout"));
        long processTimeout = new BackgroundCutConfiguration().getProcessTimeout() / 1000;

        assertThat(shutdown).isGreaterThan(processTimeout);
        assertThat(grace).as("and what Camel gives its services").isGreaterThan(shutdown + EXTRA);
        assertThat(environment()).as("the default counts").doesNotContainKey("CAMEL_MAIN_SHUTDOWN_TIMEOUT");
    }

    @Test
    void itsProbesAreThoseOfCamelsObservabilityServices() throws IOException {
        int port = Integer.parseInt(environment().get("FLEET_OBSERVE_PORT"));

        assertThat(manifests.probesOfTheWorker())
                .extracting(Probe::getHttpGet)
                .allSatisfy(get -> assertThat(worker.getPorts())
                        .filteredOn(open -> open.getName().equals(get.getPort().getStrVal()))
                        .singleElement()
                        .satisfies(open -> assertThat(open.getContainerPort()).isEqualTo(port)))
                .allSatisfy(get -> assertThat(get.getPath()).startsWith("/observe/health/"));
    }

    @Test
    void itsSettingsExist() throws IOException {
        Set<String> known = defaults().stringPropertyNames().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))
                .collect(Collectors.toSet());

        assertThat(worker.getEnv())
                .extracting(EnvVar::getName)
                .filteredOn(name -> name.startsWith("FLEET_") || name.startsWith("CAMEL_"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void itsSecretsExist() throws IOException {
        List<Secret> secrets =
                manifests.read("secrets.yaml").stream().map(Secret.class::cast).toList();

        assertThat(worker.getEnv())
                .filteredOn(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null)
                .extracting(variable -> variable.getValueFrom().getSecretKeyRef())
                .hasSizeGreaterThan(4)
                .allSatisfy(key -> assertThat(isIn(secrets, key)).as("%s", key).isTrue());
    }

    @Test
    void itsSelectorFindsItsPods() {
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    }

    @Test
    void theQueueScalerScalesTheWorkersByTheirQueue() throws IOException {
        ScaledObject scaler = manifests.read("scaler.yaml", ScaledObject.class);
        TriggerAuthentication login = manifests.read("scaler.yaml", TriggerAuthentication.class);

        assertThat(scaler.spec().scaleTargetRef().name())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(scaler.spec().triggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.type()).isEqualTo("artemis-queue");
            // Those that KEDA requires, and how many pictures a worker is for.
            assertThat(trigger.metadata())
                    .containsOnlyKeys("managementEndpoint", "brokerName", "brokerAddress", "queueName", "queueLength")
                    .containsEntry("queueName", "pictures");
            assertThat(trigger.authenticationRef().name())
                    .isEqualTo(login.metadata().getName());
        });
        assertThat(login.spec().secretTargetRef())
                .extracting(TriggerAuthentication.SecretTarget::parameter)
                .containsExactly("username", "password");
    }

    @Test
    void theKafkaScalerScalesTheWorkersByTheirTopic() throws IOException {
        ScaledObject scaler = manifests.read("kafka-scaler.yaml", ScaledObject.class);

        assertThat(scaler.spec().scaleTargetRef().name())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(scaler.spec().triggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.type()).isEqualTo("kafka");
            assertThat(trigger.metadata())
                    .containsOnlyKeys("bootstrapServers", "consumerGroup", "topic", "lagThreshold", "offsetResetPolicy")
                    .containsEntry("consumerGroup", "workers")
                    .containsEntry("topic", "pictures");
        });
    }

    private static Properties defaults() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = ManifestsTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        return settings;
    }

    private Map<String, String> environment() {
        return worker.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    private static boolean isIn(List<Secret> secrets, SecretKeySelector key) {
        return secrets.stream()
                .filter(secret -> secret.getMetadata().getName().equals(key.getName()))
                .anyMatch(secret -> secret.getStringData().containsKey(key.getKey()));
    }
}
