// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The templated route of docs/drops.md in a Spring Boot application. */
@SpringBootTest(classes = CutoutApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FileDropApplicationIT {

    private static final BackgroundCutEmulator EMULATOR = BackgroundCutEmulator.start();
    private static final Pattern DROP =
            Pattern.compile("```yaml\\n([^`]*routeTemplateRef: backgroundcut-file-drop\\n[^`]*)```");

    @TempDir
    private static Path folder;

    @DynamicPropertySource
    static void useTheEmulator(DynamicPropertyRegistry properties) throws IOException {
        Matcher drop = DROP.matcher(Files.readString(Path.of("../docs/drops.md")));
        assertThat(drop.find()).isTrue();
        Path route = Files.writeString(
                folder.resolve("shop.camel.yaml"), drop.group(1).replace("pictures/", folder + "/pictures/"));
        properties.add("camel.main.routes-include-pattern", () -> "classpath:camel-template/*,file:" + route);
        properties.add("BACKGROUNDCUT_API_KEY", EMULATOR::apiKey);
        properties.add("BACKGROUNDCUT_BASE_URL", EMULATOR::baseUrl);
    }

    @AfterAll
    static void stopTheEmulator() {
        EMULATOR.close();
    }

    @Test
    void templatedRouteIsADrop() throws IOException {
        DroppedPicture.into(folder.resolve("pictures/inbox"), "mug.png");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(folder.resolve("pictures/inbox/.done/mug.png")));

        assertThat(Files.readAllBytes(folder.resolve("pictures/outbox/mug.png.webp")))
                .startsWith('R', 'I', 'F', 'F');
    }
}
