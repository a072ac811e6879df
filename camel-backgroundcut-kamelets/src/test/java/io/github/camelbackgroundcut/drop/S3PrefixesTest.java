// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3PrefixesTest {

    private static final String VARIANTS = "{\"thumb\": {\"format\": \"webp\"}, \"full\": {}}";

    private final S3Prefixes prefixes = new S3Prefixes();

    @Test
    void defaultsWork() {
        assertThatCode(() -> prefixes.check(VARIANTS)).doesNotThrowAnyException();
    }

    @Test
    void mustNotContainEachOther() {
        prefixes.setDone("inbox/done/");

        refuses(VARIANTS, "contains another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "/inbox/"})
    void mustBeFolders(String inbox) {
        prefixes.setInbox(inbox);

        refuses(VARIANTS, "'" + inbox + "' does not end in a slash");
    }

    @Test
    void variantsMustBeJson() {
        refuses("thumb, full", "not a JSON map");
    }

    @Test
    void variantsMustNotBeEmpty() {
        refuses("{}", "variants is empty");
    }

    @Test
    void aKeyMustHaveRoomForTheLongestOfItsCutouts() {
        prefixes.check(VARIANTS);
        int room = 1024 - "/thumb.webp".length();

        assertThat(prefixes.areTooLongFor(picture("k".repeat(room)))).isFalse();
        assertThat(prefixes.areTooLongFor(picture("k".repeat(room + 1)))).isTrue();
    }

    @Test
    void aFailedPictureWithoutRoomForItsTextHasAShorterKey() {
        S3Picture longest = picture("k".repeat(1010));

        assertThat(prefixes.failedKey(picture("mug.jpg"))).isEqualTo("failed/mug.jpg");
        assertThat(prefixes.failedKey(longest)).isEqualTo("failed/" + longest.claim());
    }

    private static S3Picture picture(String path) {
        return S3Picture.of("inbox/" + path, "inbox/");
    }

    private void refuses(String variants, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prefixes.check(variants))
                .withMessageContaining(reason);
    }
}
