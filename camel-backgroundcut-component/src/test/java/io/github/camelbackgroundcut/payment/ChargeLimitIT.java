// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.ChargeLimitExceededException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code maxPaidPicturesPerHour=1}, a belt against a route that loops. */
@ParameterizedClass
@EnumSource(ServiceDialect.class)
class ChargeLimitIT extends FaultyService {

    private static final String URI = "backgroundcut:removeBackground";
    private static final byte[] OTHER = Pictures.jpeg(17, 16);

    @Override
    protected void configure(DefaultCamelContext context) {
        context.getComponent("backgroundcut", BackgroundCutComponent.class).setMaxPaidPicturesPerHour(1);
    }

    @Test
    void beyondItNothingIsSent() {
        succeeded(send(URI, JPEG));

        failure(send(URI, OTHER), ChargeLimitExceededException.class);

        assertThat(calls()).containsExactly("upload", "process", "download");
    }

    @Test
    void holdsForAllPaidOperations() {
        succeeded(send(URI, JPEG));

        failure(send("backgroundcut:process", "shop/mug.jpg"), ChargeLimitExceededException.class);
        failure(send("backgroundcut:segment?foregroundPoints=1,1", "shop/mug.jpg"), ChargeLimitExceededException.class);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void whatIsFoundIsNotPaidFor() {
        succeeded(send(URI, JPEG));

        succeeded(send(URI + "?reuseOutputs=always", JPEG));

        assertThat(calls()).containsExactly("upload", "process", "download", "download");
    }

    @Test
    void whatWasNotChargedLeavesItsPlaceToTheNext() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), aResponse().withStatus(402));
        failure(send(URI, JPEG), CreditsExhaustedException.class);

        succeeded(send(URI, OTHER));
    }

    /** The lost call may have been charged, so another may be too much; its result is still looked for. */
    @Test
    void whatMayHaveBeenChargedTakesAPlace() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), stored().withFault(Fault.CONNECTION_RESET_BY_PEER));
        succeeded(send(URI, JPEG));

        failure(send(URI, OTHER), ChargeLimitExceededException.class);
    }

    @Test
    void cannotBeNegative() {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.setCamelContext(camel.context());
        component.getConfiguration().setApiKey("test-key");
        component.setMaxPaidPicturesPerHour(-1);

        assertThatThrownBy(component::start).hasMessageContaining("maxPaidPicturesPerHour is negative");
    }
}
