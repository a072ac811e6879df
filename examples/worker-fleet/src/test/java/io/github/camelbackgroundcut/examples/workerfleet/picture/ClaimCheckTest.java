// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCheckTest {

    @Test
    void isReadAsItWasWritten() {
        ClaimCheck claim = new ClaimCheck("pictures", "taken/Größe/a \"b\".jpg", "\"17\"", "Größe/a \"b\".jpg");

        assertThat(ClaimCheck.of(claim.toJson())).isEqualTo(claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mug.jpg",
                "",
                "null",
                "{}",
                "{\"bucket\": \"pictures\", \"key\": \"mug.jpg\", \"name\": \"mug.jpg\"}"
            })
    void anotherTextIsNone(String text) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> ClaimCheck.of(text))
                .withMessageContaining("claim check");
    }

    @Test
    void anEtagGetsTheQuotesThatItLacks() {
        assertThat(ClaimCheck.of(new ClaimCheck("pictures", "mug.jpg", "17", "mug.jpg").toJson())
                        .etag())
                .isEqualTo("\"17\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nb", "a b", "\"a", "a\"b"})
    void anEtagThatIsNoneIsRefused(String etag) {
        ClaimCheck claim = new ClaimCheck("pictures", "mug.jpg", etag, "mug.jpg");

        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> ClaimCheck.of(claim.toJson()))
                .withMessageContaining("etag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "full", "{\"full\"}"})
    void variantsWithoutACutoutAreRefusedAtTheStart(String variants) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureMessage(variants, "pictures"))
                .withMessageContaining("fleet.variants");
    }
}
