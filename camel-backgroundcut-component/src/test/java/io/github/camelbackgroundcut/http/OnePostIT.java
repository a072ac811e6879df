// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.StubbedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A paid call is sent once, with any answer and any client. */
class OnePostIT extends StubbedService {

    /** Repeats what it may, at once. */
    private final CloseableHttpClient eager = HttpClients.custom()
            .setRetryStrategy(new DefaultHttpRequestRetryStrategy(3, TimeValue.ofMilliseconds(1)))
            .build();

    @TempDir
    Path folder;

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        BackgroundCutComponent other = new BackgroundCutComponent();
        other.setConfiguration(component.getConfiguration());
        other.setHttpClient(eager);
        context.addComponent("eager", other);
    }

    @AfterEach
    void close() throws Exception {
        eager.close();
    }

    static Stream<Arguments> calls() {
        return Stream.of("backgroundcut", "eager")
                .flatMap(scheme -> Stream.of(
                                aResponse().withStatus(429).withHeader("Retry-After", "0"),
                                aResponse().withStatus(503).withHeader("Retry-After", "0"),
                                aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic realm=\"x\""),
                                aResponse().withStatus(307).withHeader("Location", "/v3/other"),
                                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                                aResponse().withFault(Fault.EMPTY_RESPONSE))
                        .map(answer -> Arguments.of(scheme, answer)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aProcessCallIsSentOnce(String scheme, ResponseDefinitionBuilder answer) {
        stubAll(answer);

        assertThat(send(scheme + ":process", "shop/mug.jpg").getException()).isNotNull();

        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anUploadOfAFileIsSentOnceAlthoughAFileCouldBeReadAgain(String scheme, ResponseDefinitionBuilder answer)
            throws Exception {
        stubAll(answer);
        Path file = Files.write(folder.resolve("mug.jpg"), new byte[] {1});

        assertThat(send(scheme + ":upload", file).getException()).isNotNull();

        assertThat(requests()).hasSize(1);
    }

    @Test
    void theEagerClientRepeatsWhatItIsNotKeptFrom() throws Exception {
        stubAll(aResponse().withStatus(503));

        eager.execute(
                ClassicRequestBuilder.post(baseUrl() + "/").setEntity("again").build(), response -> response.getCode());

        assertThat(requests()).as("the other tests would prove nothing").hasSize(4);
    }
}
