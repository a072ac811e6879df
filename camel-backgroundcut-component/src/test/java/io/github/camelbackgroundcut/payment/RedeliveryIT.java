// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import java.io.ByteArrayInputStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A route's own redelivery goes on at the step that failed. */
@ParameterizedClass
@EnumSource(ServiceDialect.class)
class RedeliveryIT extends FaultyService {

    private static final String PROGRESS = "CamelBackgroundCutProgress";

    @BeforeEach
    void addRoute() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .noStreamCaching()
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(10))
                        .to("backgroundcut:removeBackground?maxRetries=0");
            }
        });
    }

    @Test
    void afterAFailedDownloadOnlyTheDownloadIsMadeAgain() {
        stubFirst(this::download, aResponse().withStatus(500));

        succeeded(send("direct:in", JPEG));

        assertThat(calls()).containsExactly("upload", "process", "download", "download");
    }

    @Test
    void afterAProcessCallThatWasTurnedAwayNothingIsUploadedAgain() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), aResponse().withStatus(429).withHeader("Retry-After", "0"));

        succeeded(send("direct:in", JPEG));

        assertThat(calls()).containsExactly("upload", "process", "process", "download");
    }

    @Test
    void afterALostAnswerTheResultIsLookedFor() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), stored().withFault(Fault.CONNECTION_RESET_BY_PEER));

        succeeded(send("direct:in", JPEG));

        assertThat(calls()).containsExactly("upload", "process", "download");
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void aStreamThatCanBeReadOnceIsStillThere() {
        stubFirst(() -> post(urlEqualTo(UPLOAD)), aResponse().withStatus(500));

        succeeded(send("direct:in", new ByteArrayInputStream(JPEG)));

        assertThat(calls()).contains("upload", "upload", "process");
    }

    @Test
    void whatIsRememberedOfAnotherPictureCountsForNothing() throws Exception {
        stubFirst(this::download, aResponse().withStatus(500));
        Exchange exchange = send("backgroundcut:removeBackground?maxRetries=0", JPEG);
        assertThat(exchange.getProperty(PROGRESS)).isNotNull();
        Object remembered = exchange.getProperty(PROGRESS);

        Exchange other = camel.template().send("backgroundcut:removeBackground", next -> {
            next.setProperty(PROGRESS, remembered);
            next.getMessage().setBody(Pictures.jpeg(17, 16));
        });

        succeeded(other);
        assertThat(calls()).endsWith("upload", "process", "download");
    }

    @Test
    void nothingIsRememberedOfAPictureThatCameOut() {
        assertThat(succeeded(send("direct:in", JPEG)).getProperty(PROGRESS)).isNull();
    }
}
