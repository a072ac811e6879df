// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Keys of uploaded files, whose URLs anybody can fetch, and one of a file that isn't there. Nothing is paid for. */
final class PublicUrlTrial extends RouteTrial {

    private final Map<String, String> urls = new TreeMap<>();
    private Exchange ofNothing;

    PublicUrlTrial(RouteOnTrial route, Endpoint input, boolean repeats) {
        super(route, input, repeats);
    }

    @Override
    void send() {
        ProducerTemplate template = route.context().createProducerTemplate();
        for (TrialPicture picture : TrialPicture.GOOD) {
            String key = template.requestBodyAndHeader(
                    "backgroundcut:upload?dialect=keys",
                    picture.bytes(),
                    Exchange.FILE_NAME,
                    picture.name(),
                    String.class);
            urls.put(picture.name(), template.requestBody(input, key, String.class));
        }
        ofNothing = template.request(input, exchange -> exchange.getMessage().setBody("nowhere/none.jpg"));
    }

    @Override
    void check() throws Exception {
        if (ofNothing.getException() == null) {
            // Such a URL leads to nothing.
            assertThat(get(ofNothing.getMessage().getBody(String.class)).statusCode())
                    .isIn(403, 404);
        } else {
            assertThat(ofNothing.getException()).isInstanceOf(PathNotFoundException.class);
        }
        for (TrialPicture picture : TrialPicture.GOOD) {
            assertThat(get(urls.get(picture.name())).body()).as(picture.name()).isEqualTo(picture.bytes());
        }
        assertThat(route.emulator.charges()).isEmpty();
    }

    private static HttpResponse<byte[]> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
