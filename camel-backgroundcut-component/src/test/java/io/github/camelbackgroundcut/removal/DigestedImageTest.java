// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.body.ImageSource;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DigestedImageTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final AtomicInteger opened = new AtomicInteger();
    private ImageSource picture;
    private DigestedImage image;

    @BeforeEach
    void makeAPicture() throws IOException {
        picture = ImageBodies.one(camel.exchange("a picture of a mug".getBytes()));
        image = new DigestedImage(new Counted(picture));
    }

    @Test
    void hasTheDigestOfWhatWasRead() throws IOException {
        readTo(Integer.MAX_VALUE);

        assertThat(image.key().ofPicture()).isEqualTo(WorkKey.of(picture).ofPicture());
        assertThat(opened).hasValue(1);
    }

    @Test
    void isReadAgainIfItWasNotReadToItsEnd() throws IOException {
        readTo(5);

        assertThat(image.key().ofPicture()).isEqualTo(WorkKey.of(picture).ofPicture());
        assertThat(opened).hasValue(2);
    }

    @Test
    void isReadIfNobodyHas() throws IOException {
        assertThat(image.key().ofPicture()).isEqualTo(WorkKey.of(picture).ofPicture());
    }

    @Test
    void countsWhatIsSkipped() throws IOException {
        try (InputStream in = image.open()) {
            assertThat(in.skip(3)).isEqualTo(3);
            in.readAllBytes();
        }

        assertThat(image.key().ofPicture()).isEqualTo(WorkKey.of(picture).ofPicture());
    }

    @Test
    void countsSingleBytes() throws IOException {
        try (InputStream in = image.open()) {
            while (in.read() >= 0) {
                // To the end.
            }
        }

        assertThat(image.key().ofPicture()).isEqualTo(WorkKey.of(picture).ofPicture());
        assertThat(opened).hasValue(1);
    }

    private void readTo(int count) throws IOException {
        try (InputStream in = image.open()) {
            in.readNBytes(count);
        }
    }

    private final class Counted implements ImageSource {

        private final ImageSource source;

        Counted(ImageSource source) {
            this.source = source;
        }

        @Override
        public String fileName() {
            return source.fileName();
        }

        @Override
        public String mediaType() {
            return source.mediaType();
        }

        @Override
        public OptionalLong length() {
            return source.length();
        }

        @Override
        public InputStream open() throws IOException {
            opened.incrementAndGet();
            return source.open();
        }
    }
}
