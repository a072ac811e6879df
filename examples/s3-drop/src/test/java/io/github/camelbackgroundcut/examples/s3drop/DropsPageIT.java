// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templated route of docs/drops.md, which needs no class of this example. */
class DropsPageIT {

    private static final Pattern DROP =
            Pattern.compile("```yaml\\n([^`]*routeTemplateRef: backgroundcut-s3-drop\\n[^`]*)```");

    @TempDir
    private Path home;

    @Test
    void templatedRouteIsADrop() throws Exception {
        Matcher drop = DROP.matcher(Files.readString(Path.of("../../docs/drops.md")));
        assertThat(drop.find()).isTrue();
        try (TestBuckets buckets = new TestBuckets()) {
            buckets.renew();
            buckets.put("inbox/shoes/mug.jpg", TestPictures.jpeg(1));
            Path route = Files.writeString(
                    home.resolve("shop.camel.yaml"),
                    drop.group(1)
                            .replace("my-pictures", buckets.source())
                            .replace("my-cutouts", buckets.target())
                            .replace("claims.db", home.resolve("claims.db").toString()));
            Main main = new Main();
            main.setShutdownStrategy(new SimpleMainShutdownStrategy());
            main.addOverrideProperty("camel.main.routes-include-pattern", "classpath:camel-template/*,file:" + route);
            buckets.clientProperties().forEach(main::addOverrideProperty);
            buckets.service().properties().forEach(main::addOverrideProperty);
            try {
                main.start();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> buckets.keys(buckets.source()).equals(Set.of("done/shoes/mug.jpg")));
            } finally {
                main.stop();
            }

            assertThat(buckets.keys(buckets.target())).containsExactly("shoes/mug.jpg/cutout.png");
        }
    }
}
