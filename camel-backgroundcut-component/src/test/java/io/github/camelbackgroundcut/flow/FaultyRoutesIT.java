// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.NoTempFilesLeft;
import io.github.camelbackgroundcut.support.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder to a folder, and one fault of the service on the way: the picture comes out whole, and is paid for once. */
class FaultyRoutesIT {

    /** The connection ended without a word: what may still come is waited for, for all of the time that a process call has. */
    private static final Set<String> WAITED_FOR = Set.of("process.reset-before=1x", "process.reset-after=1x");

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(new BorderThresholdEngine()).build());

    @RegisterExtension
    final CamelExtension camel = new CamelExtension(this::setUp);

    @TempDir
    Path inbox;

    @TempDir
    Path outbox;

    private void setUp(DefaultCamelContext context) {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey(EMULATOR.apiKey());
        component.getConfiguration().setBaseUrl(EMULATOR.baseUrl());
        component.getConfiguration().setRetryDelay(20);
        component.getConfiguration().setProcessTimeout(60_000);
        context.addComponent("backgroundcut", component);
    }

    @AfterEach
    void noFaults() {
        EMULATOR.emulator().setFaults("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upload.reset-before=1x",
                "upload.reset-after=1x",
                "upload.503=1x:1s",
                "upload.malformed=1x",
                "upload.truncated=1x",
                "upload.lost=1x",
                "process.429=1x:1s",
                "process.503=1x:1s",
                "process.missing=1x",
                "process.reset-before=1x",
                "process.reset-after=1x",
                "process.reset-mid=1x",
                "process.truncated=1x",
                "process.malformed=1x",
                "process.lost=1x",
                "process.504=1x",
                "download.reset-before=1x",
                "download.reset-mid=1x",
                "download.truncated=1x",
                "download.missing=1x",
                "download.500=1x",
                "all.latency=5x:100ms"
            })
    void aPictureComesOutWholeAndIsPaidForOnce(String fault) throws Exception {
        Set<Path> before = NoTempFilesLeft.tempFiles();
        int charged = EMULATOR.emulator().charges().size();
        EMULATOR.emulator().setFaults(fault);
        if (WAITED_FOR.contains(fault)) {
            camel.context()
                    .getComponent("backgroundcut", BackgroundCutComponent.class)
                    .getConfiguration()
                    .setProcessTimeout(1_000);
        }
        Files.write(inbox.resolve("mug.png"), Pictures.png(64, 48 + charged));
        NotifyBuilder done = new NotifyBuilder(camel.context()).whenDone(1).create();
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0")
                        .to("backgroundcut:removeBackground")
                        .to("file:" + outbox);
            }
        });

        assertThat(done.matches(60, TimeUnit.SECONDS)).isTrue();

        assertThat(EMULATOR.emulator().struckFaults()).isNotEmpty();
        try (Stream<Path> out = Files.list(outbox)) {
            assertThat(out.map(file -> file.getFileName().toString())).containsExactly("mug.png");
        }
        assertThat(EMULATOR.emulator().charges()).hasSize(charged + 1);
        assertThat(EMULATOR.emulator().charges().values()).allMatch(times -> times == 1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(NoTempFilesLeft.tempFiles()).isEqualTo(before));
    }
}
