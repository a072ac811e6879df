// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.examples.filedrop.FileDrop;
import io.github.camelbackgroundcut.examples.filedrop.FileDropProcess;
import io.github.camelbackgroundcut.examples.filedrop.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The file drop as a process of its own, which is killed and started again, against an emulator full of faults, until the inbox
 * is empty.
 */
final class ChaosRun {

    /** More than by default: they mostly wait. */
    private static final int PICTURES_AT_A_TIME = 8;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ChaosSettings settings;
    private final Path home;
    private final Folders folders;
    private final Path temporary;
    private final ChaosPictures pictures;

    /** @param home an empty folder */
    ChaosRun(ChaosSettings settings, Path home) {
        this.settings = settings;
        this.home = home;
        this.folders = Folders.in(home);
        this.temporary = home.resolve("temporary");
        this.pictures = new ChaosPictures(settings.pictures(), settings.seed());
    }

    ChaosReport run() throws IOException, InterruptedException {
        Files.createDirectories(temporary);
        pictures.writeInto(folders.inbox());
        Instant start = Instant.now();
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .engine(new BorderThresholdEngine())
                .storageDirectory(home)
                .faults(settings.faults())
                .build();
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            for (Moments moment : Moments.random(settings)) {
                killAt(moment, emulator);
            }
            int leaked = finish(emulator);
            return inspect(emulator, leaked, Duration.between(start, Instant.now()));
        }
    }

    private void killAt(Moments moment, BackgroundCutEmulator emulator) throws IOException, InterruptedException {
        try (FileDropProcess process = start(emulator)) {
            awaitSettled(process, moment.settled());
            // The moment itself: there is nothing to wait for.
            Thread.sleep(moment.later().toMillis());
            process.kill();
        }
        awaitNoConnections(emulator);
    }

    /** @return how many connections the file drop holds beyond those that it may keep for the next pictures */
    private int finish(BackgroundCutEmulator emulator) throws IOException, InterruptedException {
        try (FileDropProcess process = start(emulator)) {
            awaitSettled(process, settings.pictures());
            int leaked = Math.max(0, emulator.openConnections() - PICTURES_AT_A_TIME);
            process.interrupt();
            process.awaitEnd();
            awaitNoConnections(emulator);
            return leaked;
        }
    }

    private ChaosReport inspect(BackgroundCutEmulator emulator, int leaked, Duration time)
            throws IOException, InterruptedException {
        Map<String, Integer> faults = emulator.struckFaults();
        emulator.setFaults(FaultPlan.none());
        ChaosInspection inspection = new ChaosInspection(pictures, folders, emulator);
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("pictures in", settings.pictures());
        counts.put("cutouts out", Math.toIntExact(inspection.cutouts()));
        counts.put("bad pictures in failed", Math.toIntExact(inspection.failedWithReason()));
        Map<String, List<String>> defects = new LinkedHashMap<>();
        defects.put("lost", inspection.lost());
        defects.put("doubled", inspection.doubled());
        defects.put("half written", inspection.halfWritten());
        defects.put("charged twice", inspection.chargedTwice());
        defects.put("leaked connections", Collections.nCopies(leaked, "connection"));
        defects.put("leftover temporary files", inspection.leftovers(temporary, home.resolve("spool")));
        return new ChaosReport(settings, counts, defects, faults, time);
    }

    private FileDropProcess start(BackgroundCutEmulator emulator) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put(ServiceOrEmulator.API_KEY, emulator.apiKey());
        environment.put(ServiceOrEmulator.BASE_URL, emulator.baseUrl());
        List<String> options = List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dfiledrop.quiet-period=1",
                "-Dfiledrop.delay=100",
                "-Dfiledrop.retry-delay=50",
                "-Dfiledrop.parallel=" + PICTURES_AT_A_TIME,
                // Longer than any fault delays a call, and short enough to be waited for many times.
                "-Dcamel.component.backgroundcut.process-timeout=3000",
                "-Dcamel.component.backgroundcut.retry-delay=20",
                "-Dcamel.component.backgroundcut.max-retry-after=50",
                // These 429s come by chance: no pace ends them.
                "-Dcamel.component.backgroundcut.adaptive-pacing=false");
        return new FileDropProcess(home, environment, options, FileDrop.class);
    }

    private void awaitSettled(FileDropProcess process, int pictures) {
        await().atMost(settings.limit())
                .pollInterval(LOOK)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The file drop has ended: " + process.output());
                    }
                    return settled() >= pictures;
                });
    }

    private long settled() throws IOException {
        return pictures(folders.done()) + pictures(folders.failed());
    }

    /** None in a folder that the file drop hasn't made yet. */
    private static long pictures(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jpg")).count();
        }
    }

    private static void awaitNoConnections(BackgroundCutEmulator emulator) {
        await().until(() -> emulator.openConnections() == 0);
    }
}
