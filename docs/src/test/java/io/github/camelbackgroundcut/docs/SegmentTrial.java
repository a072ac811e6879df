// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Paths of uploaded JPEG files, and one of a file that isn't there. */
final class SegmentTrial extends RouteTrial {

    private final Map<String, String> results = new TreeMap<>();
    private Exchange ofNothing;

    SegmentTrial(RouteOnTrial route, Endpoint input, boolean repeats) {
        super(route, input, repeats);
    }

    @Override
    void send() {
        ProducerTemplate template = route.context().createProducerTemplate();
        for (TrialPicture picture : TrialPicture.GOOD) {
            if (picture.name().endsWith(".jpg")) {
                String path = template.requestBodyAndHeader(
                        "backgroundcut:upload", picture.bytes(), Exchange.FILE_NAME, picture.name(), String.class);
                results.put(picture.name(), template.requestBody(input, path, String.class));
            }
        }
        ofNothing = template.request(input, exchange -> exchange.getMessage().setBody("nowhere/none.jpg"));
    }

    @Override
    void check() throws Exception {
        assertThat(ofNothing.getException()).isInstanceOf(PathNotFoundException.class);
        StoredResults stored = new StoredResults(route.emulator);
        for (TrialPicture picture : TrialPicture.GOOD) {
            if (results.containsKey(picture.name())) {
                byte[] result = stored.get(results.get(picture.name()), "Token " + route.emulator.apiKey())
                        .body();
                assertThat(picture.isIn(Files.write(route.folder.resolve(picture.name()), result)))
                        .as(picture.name())
                        .isTrue();
            }
        }
    }
}
