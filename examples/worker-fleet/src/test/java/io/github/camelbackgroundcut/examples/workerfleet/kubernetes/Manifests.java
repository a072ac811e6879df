// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests of this example. A field that Kubernetes or KEDA does not know makes reading them fail. */
public final class Manifests {

    private static final Path FOLDER = Path.of("kubernetes");

    private static final Map<String, Class<?>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Secret", Secret.class,
            "keda.sh/v1alpha1 ScaledObject", ScaledObject.class,
            "keda.sh/v1alpha1 TriggerAuthentication", TriggerAuthentication.class);

    private final ObjectMapper mapper = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {

                private static final long serialVersionUID = 1L;

                /** The model collects unknown fields. */
                @Override
                public Boolean hasAnySetter(Annotated method) {
                    return false;
                }
            });

    /** All objects of a file. */
    List<Object> read(String file) throws IOException {
        return parse(Files.readString(FOLDER.resolve(file)));
    }

    List<Object> parse(String text) {
        List<Object> objects = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(text)
                .forEach(document -> objects.add(object((Map<?, ?>) document)));
        return objects;
    }

    /** The only one of a kind. */
    <T> T read(String file, Class<T> kind) throws IOException {
        return read(file).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((one, other) -> {
                    throw new IllegalStateException(file + " has more than one " + kind.getSimpleName());
                })
                .orElseThrow();
    }

    /** The container of the workers' deployment. */
    Container worker() throws IOException {
        return read("worker.yaml", Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    public List<Probe> probesOfTheWorker() throws IOException {
        Container worker = worker();
        return List.of(worker.getStartupProbe(), worker.getLivenessProbe(), worker.getReadinessProbe());
    }

    private Object object(Map<?, ?> document) {
        String kind = document.get("apiVersion") + " " + document.get("kind");
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("Not a kind that this test knows: " + kind);
        }
        return mapper.convertValue(document, KINDS.get(kind));
    }
}
