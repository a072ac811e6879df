// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user can see of the calls. */
@ParameterizedClass
@EnumSource(ServiceDialect.class)
class CountersIT extends FaultyService {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected void configure(DefaultCamelContext context) {
        context.getRegistry().bind("meters", MeterRegistry.class, meters);
    }

    @Test
    void callsBytesAndRetriesAreCounted() {
        stubFirst(() -> post(urlEqualTo(UPLOAD)), aResponse().withStatus(503));

        succeeded(send("backgroundcut:removeBackground", JPEG));

        assertThat(component().getCalls())
                .filteredOn(call -> !call.equals("publicUrl.succeeded=1"))
                .containsExactly(
                        "download.succeeded=1", "process.succeeded=1", "upload.refused=1", "upload.succeeded=1");
        assertThat(Arrays.asList(component().getCalls()).contains("publicUrl.succeeded=1"))
                .isEqualTo(dialect == ServiceDialect.KEYS);
        assertThat(component().getRetries()).isEqualTo(1);
        assertThat(component().getBytesUploaded()).isEqualTo(2L * JPEG.length);
        assertThat(component().getBytesDownloaded()).isGreaterThanOrEqualTo(Pictures.png(16, 16).length);
        assertThat(component().getPicturesPaid()).isEqualTo(1);
        assertThat(component().getPicturesReused()).isZero();
    }

    @Test
    void micrometerSeesTheSame() {
        succeeded(send("backgroundcut:removeBackground", JPEG));

        assertThat(meters.get("camel.backgroundcut.calls")
                        .tags("component", "backgroundcut", "operation", "process")
                        .tags("outcome", "succeeded", "status", "200")
                        .timer())
                .satisfies(timer -> {
                    assertThat(timer.count()).isEqualTo(1);
                    assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
                });
        assertThat(meters.get("camel.backgroundcut.calls.active").gauge().value())
                .isZero();
        assertThat(meters.get("camel.backgroundcut.pictures.paid")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("camel.backgroundcut.uploaded").functionCounter()).satisfies(bytes -> {
            assertThat(bytes.count()).isEqualTo(JPEG.length);
            assertThat(bytes.getId().getBaseUnit()).isEqualTo("bytes");
        });
    }

    @Test
    void aComponentThatTakesAnothersPlaceIsSeenFromItsStart() {
        succeeded(send("backgroundcut:removeBackground", JPEG));
        BackgroundCutComponent second = new BackgroundCutComponent();
        second.setConfiguration(component().getConfiguration().copy());
        camel.context().removeEndpoints("backgroundcut:*");
        camel.context().removeComponent("backgroundcut");
        assertThat(meters.getMeters()).isEmpty();

        camel.context().addComponent("backgroundcut", second);
        ProducerTemplate template = camel.context().createProducerTemplate();
        template.requestBody("backgroundcut:removeBackground", Pictures.jpeg(17, 16));
        template.requestBody("backgroundcut:removeBackground", Pictures.jpeg(18, 16));

        assertThat(meters.get("camel.backgroundcut.pictures.paid")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
    }
}
