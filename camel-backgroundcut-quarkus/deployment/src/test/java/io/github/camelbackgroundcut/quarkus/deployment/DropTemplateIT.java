// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.QuarkusUnitTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DropTemplateIT {

    private static final Path FOLDER = Path.of("target/drop").toAbsolutePath();

    private static final String ROUTE = """
            - templatedRoute:
                routeId: shop
                routeTemplateRef: backgroundcut-file-drop
                parameters:
                  - name: inbox
                    value: %1$s/inbox
                  - name: outbox
                    value: %1$s/outbox
                  - name: maxResolution
                    value: 40000
                  - name: quietPeriod
                    value: 1
            """.formatted(FOLDER);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset(ROUTE), "camel/shop.camel.yaml"));

    @Test
    void aDropIsMadeOfTheTemplateInTheJarOfKamelets() throws IOException {
        String picture = "mug-" + UUID.randomUUID() + ".jpg";
        Path part = Files.createDirectories(FOLDER.resolve("inbox")).resolve(picture + ".part");
        Files.write(part, Files.readAllBytes(Path.of("../../examples/file-drop/samples/mug.jpg")));
        Files.move(part, FOLDER.resolve("inbox").resolve(picture));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(FOLDER.resolve("inbox/.done").resolve(picture)));
        assertThat(Files.readAllBytes(FOLDER.resolve("outbox").resolve(picture + ".png")))
                .startsWith(0x89, 'P', 'N', 'G');
    }
}
