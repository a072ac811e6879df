// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a path is: it is refused, or it stays within the store. */
class FilePathsPropertiesTest {

    @Property
    void anyTextIsRefusedOrMadeASafeUrl(@ForAll String text) {
        if (!FilePaths.isValid(text)) {
            assertThatThrownBy(() -> FilePaths.requireValid(text, "path")).isInstanceOf(InvalidInputException.class);
            return;
        }
        String encoded = FilePaths.encode(text);

        assertThat(encoded).matches("[A-Za-z0-9._~/%-]+");
        assertThat(URI.create("http://host/v3/files/" + encoded).normalize().getRawPath())
                .isEqualTo("/v3/files/" + encoded);
    }

    @Property
    void aPathOfNamesArrivesAsItIs(@ForAll("names") List<String> names) {
        String path = String.join("/", names);

        assertThat(FilePaths.isValid(path)).isTrue();
        // URLDecoder takes '+' for a space, but none is left.
        assertThat(URLDecoder.decode(FilePaths.encode(path), StandardCharsets.UTF_8))
                .isEqualTo(path);
    }

    @Property
    void aPathWithADotSegmentIsRefused(
            @ForAll("names") List<String> before, @ForAll("dots") String dots, @ForAll("names") List<String> after) {
        assertThat(FilePaths.isValid(String.join("/", before) + '/' + dots + '/' + String.join("/", after)))
                .isFalse();
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withChars("aZ09 üß日本+%?#&=\"'<>;,:@!$()*[]{}|^`~.-_😀")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .filter(name -> !name.isBlank() && !name.equals(".") && !name.equals(".."))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> dots() {
        return Arbitraries.of(".", "..", "");
    }
}
