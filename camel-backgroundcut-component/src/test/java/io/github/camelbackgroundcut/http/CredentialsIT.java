// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsIT extends StubbedService {

    private static final byte[] PNG = Pictures.png(8, 8);

    private final List<Object> asked = new ArrayList<>();

    @BeforeEach
    void answer() {
        stubStore();
    }

    @Test
    void anEndpointsKeyReplacesTheComponents() {
        succeeded(send("backgroundcut:process?apiKey=own-key", "stored/mug.png"));

        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("Token own-key");
    }

    @Test
    void anEndpointsTokenReplacesTheComponentsKey() {
        succeeded(send("backgroundcut:process?accessToken=eyJ.own", "stored/mug.png"));

        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("AccessToken eyJ.own");
    }

    @Test
    void oneEndpointsCredentialIsNotAnothers() {
        succeeded(send("backgroundcut:process?apiKey=own-key", "stored/mug.png"));
        succeeded(send("backgroundcut:process", "stored/mug.png"));

        assertThat(requests())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("Token own-key", "Token " + API_KEY);
    }

    @Test
    void aKeyWithCharactersOfUrisArrivesAsItIs() {
        succeeded(send("backgroundcut:process?apiKey=RAW(a+b%20c&d=e)", "stored/mug.png"));

        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("Token a+b%20c&d=e");
    }

    @Test
    void aProviderIsAskedOnceForEachFlow() {
        bindProvider(exchange -> "eyJ." + exchange.getMessage().getHeader("customer"));

        succeeded(send("backgroundcut:removeBackground?accessTokenProvider=#tokens", PNG, Map.of("customer", "one")));
        succeeded(send("backgroundcut:removeBackground?accessTokenProvider=#tokens", PNG, Map.of("customer", "two")));

        assertThat(asked).hasSize(2);
        assertThat(requests())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly(
                        "AccessToken eyJ.one",
                        "AccessToken eyJ.one",
                        "AccessToken eyJ.one",
                        "AccessToken eyJ.two",
                        "AccessToken eyJ.two",
                        "AccessToken eyJ.two");
    }

    @Test
    void aProviderIsNotAskedForWhatIsNotSent() {
        bindProvider(exchange -> "eyJ.token");

        assertThat(send("backgroundcut:upload?accessTokenProvider=#tokens", null)
                        .getException())
                .isNotNull();

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aProviderThatGivesNothingFailsTheFlowBeforeAnythingIsSent(String token) {
        bindProvider(exchange -> token);

        Exchange exchange = send("backgroundcut:process?accessTokenProvider=#tokens", "stored/mug.png");

        assertThat(failure(exchange, InvalidInputException.class))
                .hasMessage("The accessTokenProvider returned no token: nothing was sent");
        assertThat(requests()).isEmpty();
    }

    @Test
    void aProvidersTokenMayNotAddAHeaderAndIsNotRepeated() {
        bindProvider(exchange -> "eyJ.leak\r\nX-Evil: 1");

        Exchange exchange = send("backgroundcut:process?accessTokenProvider=#tokens", "stored/mug.png");

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The access token must be printable ASCII")
                .hasMessageNotContaining("leak");
        assertThat(requests()).isEmpty();
    }

    @Test
    void aProvidersOwnFailureIsTheFlows() {
        bindProvider(exchange -> {
            throw new IOException("vault sealed");
        });

        assertThat(send("backgroundcut:process?accessTokenProvider=#tokens", "stored/mug.png")
                        .getException())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("vault sealed");
    }

    private void bindProvider(AccessTokenProvider provider) {
        AccessTokenProvider counting = exchange -> {
            asked.add(exchange);
            return provider.accessToken(exchange);
        };
        camel.context().getRegistry().bind("tokens", counting);
    }
}
