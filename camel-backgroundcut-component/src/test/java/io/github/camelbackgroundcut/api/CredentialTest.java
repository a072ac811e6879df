// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    @Test
    void sendsAnApiKeyAsToken() {
        assertThat(Credential.apiKey("key-1").authorization()).isEqualTo("Token key-1");
    }

    @Test
    void sendsAnAccessTokenAsAccessToken() {
        assertThat(Credential.accessToken("eyJ.a.b").authorization()).isEqualTo("AccessToken eyJ.a.b");
    }

    @Test
    void masksTheSecretWhenPrinted() {
        assertThat(Credential.apiKey("key-1")).hasToString("Token xxxxxx");
        assertThat(Credential.accessToken("eyJ.a.b")).hasToString("AccessToken xxxxxx");
    }

    @Test
    void masksAMintedTokenWhenPrinted() {
        assertThat(new Answer.Minted(200, "eyJ.a.b", Instant.EPOCH).toString())
                .doesNotContain("eyJ")
                .contains("xxxxxx", "1970-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leak-me\r\nX-Evil: 1",
                "leak-me\n",
                "leak-me\r",
                "leak me",
                "leak-mé",
                "leak-me\u0000",
                "leak-me\t",
                "leak-me\u007f"
            })
    void refusesWhatCannotStandInAHeaderAndDoesNotRepeatIt(String key) {
        assertThatThrownBy(() -> Credential.apiKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The API key must be printable ASCII")
                .hasMessageNotContaining("leak");
        assertThatThrownBy(() -> Credential.accessToken(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The access token must be printable ASCII")
                .hasMessageNotContaining("leak");
    }

    @Test
    void takesAllThatIsPrintable() {
        assertThat(Credential.apiKey("!~").authorization()).isEqualTo("Token !~");
    }

    @Test
    void tellsAccountsApartWithoutTellingTheKey() {
        assertThat(Credential.apiKey("key-1").account())
                .isEqualTo(Credential.apiKey("key-1").account())
                .isNotEqualTo(Credential.apiKey("key-2").account())
                .doesNotContain("key-1");
    }

    @Test
    void takesAllTokensForOneAccount() {
        assertThat(Credential.accessToken("eyJ.a.b").account())
                .isEqualTo(Credential.accessToken("eyJ.c.d").account())
                .isNotEqualTo(Credential.apiKey("eyJ.a.b").account());
    }

    @Test
    void knowsThatThereIsNone() {
        assertThat(Credential.none().isNone()).isTrue();
        assertThat(Credential.apiKey("key-1").isNone()).isFalse();
    }

    @Test
    void refusesAnEmptySecret() {
        assertThatThrownBy(() -> Credential.apiKey("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAMissingSecret() {
        assertThatThrownBy(() -> Credential.apiKey(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("API key");
    }
}
