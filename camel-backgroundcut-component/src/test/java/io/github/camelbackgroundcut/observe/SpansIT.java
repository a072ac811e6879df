// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.ServiceDialect;
import io.github.camelbackgroundcut.support.StoredPictures;
import io.github.camelbackgroundcut.support.StubbedService;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.Test;

/** The spans of camel-opentelemetry2. */
class SpansIT extends StubbedService {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        context.getRegistry().bind("tracer", Tracer.class, provider.get("camel"));
        new OpenTelemetryTracer().init(context);
    }

    @Test
    void areNamedAfterTheOperation() {
        stubAll(okJson("{}"));
        succeeded(send("backgroundcut:usage?apiKey=span-SECRET", null));

        SpanData span = onlySpan();
        assertThat(span.getName()).isEqualTo("backgroundcut usage");
        assertThat(span.getAttributes().get(AttributeKey.stringKey("backgroundcut.operation")))
                .isEqualTo("usage");
        assertThat(span.getAttributes().get(AttributeKey.stringKey("http.status_code")))
                .isEqualTo("200");
        assertThat(span.toString()).doesNotContain("span-SECRET");
    }

    @Test
    void tellOfAFailure() {
        stubAll(aResponse().withStatus(402));
        send("backgroundcut:process", "shop/mug.jpg");

        SpanData span = onlySpan();
        assertThat(span.getName()).isEqualTo("backgroundcut process");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("http.status_code")))
                .isEqualTo("402");
    }

    /** Its query is a secret, in a failure, too. */
    @Test
    void doNotTellAPublicUrl() {
        stubStore();
        STORE.speak(ServiceDialect.KEYS);
        succeeded(send("backgroundcut:publicUrl?dialect=keys", "shop/mug.png"));
        SERVICE.stubFor(get(urlPathMatching(StoredPictures.BUCKET + ".*"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        send("backgroundcut:download?dialect=keys", "shop/mug.png");

        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("backgroundcut publicUrl", "backgroundcut download");
        assertThat(spans.getFinishedSpanItems().toString())
                .contains(StoredPictures.BUCKET + "shop/mug.png")
                .doesNotContain("SECRET");
    }

    private SpanData onlySpan() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().get(0);
    }
}
