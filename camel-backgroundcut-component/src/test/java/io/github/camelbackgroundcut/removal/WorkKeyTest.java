// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkKeyTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private Quality quality = Quality.HIGH;

    @Test
    void has32HexDigits() throws IOException {
        assertThat(digest("mug.jpg", "bytes")).matches("[0-9a-f]{32}");
    }

    @Test
    void isTheSameForTheSameBytesWhateverTheirName() throws IOException {
        assertThat(digest("mug.jpg", "bytes")).isEqualTo(digest("cup.png", "bytes"));
    }

    @Test
    void isAnotherForOtherBytes() throws IOException {
        assertThat(digest("mug.jpg", "bytes")).isNotEqualTo(digest("mug.jpg", "other"));
    }

    @Test
    void isAnotherForAnotherVariant() throws IOException {
        String before = digest("mug.jpg", "bytes");
        quality = Quality.LOW;

        assertThat(digest("mug.jpg", "bytes")).isNotEqualTo(before);
    }

    @Test
    void ofThePictureDoesNotDependOnTheVariant() throws IOException {
        String before = work("mug.jpg", "bytes").ofPicture();
        quality = Quality.LOW;

        assertThat(work("mug.jpg", "bytes").ofPicture()).isEqualTo(before);
    }

    /** A process that was killed must find its work again when it is started anew, on whichever version of Java. */
    @Test
    void isTheSameInEveryRun() throws IOException {
        assertThat(digest("mug.jpg", "bytes")).isEqualTo("ff2674105c5e1c8d0ab074534e8214b9");
    }

    private String digest(String name, String bytes) throws IOException {
        return work(name, bytes)
                .ofResult(new VariantSettings(
                        OutputFormat.PNG, VariantSettings.MAX_RESOLUTION, quality, Optional.empty(), 85, false));
    }

    private WorkKey work(String name, String bytes) throws IOException {
        Exchange exchange = camel.exchange(bytes.getBytes());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
        return WorkKey.of(ImageBodies.one(exchange));
    }
}
