// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FileConsumerTest {

    private static final byte[] JPEG = Pictures.jpeg(8, 8);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @TempDir
    Path inbox;

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    @Test
    void aFileOfAFileConsumerIsReadWhereItLies() throws Exception {
        Files.createDirectories(inbox.resolve("shoes"));
        Files.write(inbox.resolve("shoes/grüne Tasse.jpg"), JPEG);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?recursive=true&noop=true&initialDelay=0&delay=50")
                        .process(exchange -> {
                            ImageSource image = ImageBodies.one(exchange);
                            seen.add(new Seen(
                                    image.fileName(),
                                    image.mediaType(),
                                    image.length().orElse(-1),
                                    image.open().readAllBytes()));
                        });
            }
        });

        assertThat(seen.poll(60, TimeUnit.SECONDS))
                .usingRecursiveComparison()
                .isEqualTo(new Seen("grüne Tasse.jpg", "image/jpeg", JPEG.length, JPEG));
    }

    private record Seen(String name, String type, long length, byte[] bytes) {}
}
