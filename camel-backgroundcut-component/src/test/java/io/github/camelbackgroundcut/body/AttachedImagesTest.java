// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.DefaultAttachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bodies as e-mail and forms bring them. */
class AttachedImagesTest {

    private static final byte[] PNG = Pictures.png(8, 8);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @Test
    void hasTheNameAndTheTypeOfTheAttachment() throws IOException {
        ImageSource image = ImageBodies.one(camel.exchange(attached("mug.webp", "image/webp", PNG)));

        assertThat(image.fileName()).isEqualTo("mug.webp");
        assertThat(image.mediaType()).isEqualTo("image/webp");
        assertThat(image.open().readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void headersSpeakOfWhatItIsAttachedTo() throws IOException {
        Exchange exchange = camel.exchange(attached("mug.png", "image/png; name=mug.png", PNG));
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "ticket.eml");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "image/jpeg");

        ImageSource image = ImageBodies.one(exchange);

        assertThat(image.fileName()).isEqualTo("mug.png");
        assertThat(image.mediaType()).isEqualTo("image/png");
    }

    @Test
    void withoutANameItHasTheMessages() throws IOException {
        Exchange exchange = camel.exchange(attached(null, "application/octet-stream", PNG));
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "shoes/mug.png");

        ImageSource image = ImageBodies.one(exchange);

        assertThat(image.fileName()).isEqualTo("mug.png");
        assertThat(image.mediaType()).isEqualTo("image/png");
    }

    @Test
    void withoutANameAndATypeItsBytesTell() throws IOException {
        ImageSource image = ImageBodies.one(camel.exchange(attached(" ", null, PNG)));

        assertThat(image.fileName()).endsWith(".png");
        assertThat(image.mediaType()).isEqualTo("image/png");
    }

    @Test
    void aPathInItsNameIsNone() throws IOException {
        assertThat(ImageBodies.one(camel.exchange(attached("../../etc/mug.png", "image/png", PNG)))
                        .fileName())
                .isEqualTo("mug.png");
    }

    @Test
    void canBeReadTwice() throws IOException {
        ImageSource image = ImageBodies.one(camel.exchange(attached("mug.png", "image/png", PNG)));

        assertThat(image.open().readAllBytes()).isEqualTo(PNG);
        assertThat(image.open().readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void anAttachmentOfCamelIsOne(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("mug.png"), PNG);
        DefaultAttachment attachment = new DefaultAttachment(new FileDataSource(file.toFile()));

        ImageSource image = ImageBodies.one(camel.exchange(attachment));

        assertThat(image.fileName()).isEqualTo("mug.png");
        assertThat(image.open().readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void severalAreAList() throws IOException {
        List<ImageSource> images = ImageBodies.all(
                camel.exchange(List.of(attached("a.png", "image/png", PNG), attached("b.jpg", "image/jpeg", PNG))));

        assertThat(images).extracting(ImageSource::fileName).containsExactly("a.png", "b.jpg");
        assertThat(images).extracting(ImageSource::mediaType).containsExactly("image/png", "image/jpeg");
    }

    @Test
    void anEmptyOneIsNoImage() {
        assertThatThrownBy(() -> ImageBodies.one(camel.exchange(attached("mug.png", "image/png", new byte[0]))))
                .isInstanceOf(InvalidImageException.class)
                .hasMessageContaining("no bytes");
    }

    private static DataHandler attached(String name, String type, byte[] bytes) {
        return new DataHandler(new DataSource() {
            @Override
            public InputStream getInputStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public OutputStream getOutputStream() {
                throw new UnsupportedOperationException();
            }

            @Override
            public String getContentType() {
                return type;
            }

            @Override
            public String getName() {
                return name;
            }
        });
    }
}
