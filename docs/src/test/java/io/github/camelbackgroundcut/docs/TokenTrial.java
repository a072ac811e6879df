// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.camel.Endpoint;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;

/** A caller that asks for a token, and uses it. Nothing is paid for. */
final class TokenTrial extends RouteTrial {

    private String token;

    TokenTrial(RouteOnTrial route, Endpoint input, boolean repeats) {
        super(route, input, repeats);
    }

    @Override
    void send() throws Exception {
        if (input instanceof PlatformHttpEndpoint http) {
            URI uri = URI.create("http://localhost:" + route.port + http.getPath());
            token = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } else {
            token = route.context().createProducerTemplate().requestBody(input, "", String.class);
        }
    }

    @Override
    void check() throws Exception {
        StoredResults stored = new StoredResults(route.emulator);

        // Not 401: it may read files, there is just none.
        assertThat(stored.get("none.png", "AccessToken " + token).statusCode()).isEqualTo(404);
        assertThat(stored.get("none.png", "AccessToken x" + token).statusCode()).isEqualTo(401);
        assertThat(route.emulator.charges()).isEmpty();
    }
}
