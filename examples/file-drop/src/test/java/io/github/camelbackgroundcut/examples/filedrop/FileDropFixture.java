// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file drop in a folder of its own, which by default reads pictures soon. */
final class FileDropFixture implements AutoCloseable {

    final Folders folders;
    final List<PictureResult> results = new CopyOnWriteArrayList<>();
    private final FileDrop fileDrop;

    FileDropFixture(Path home, BackgroundCutService service) {
        this(home, service, Duration.ofMillis(200));
    }

    /** @param settled how long a picture must have lain untouched before it is read */
    FileDropFixture(Path home, BackgroundCutService service, Duration settled) {
        this(home, service, Map.of("filedrop.settled", String.valueOf(settled.toMillis())));
    }

    /** @param more settings */
    FileDropFixture(Path home, BackgroundCutService service, Map<String, String> more) {
        folders = Folders.in(home);
        Map<String, String> settings = new HashMap<>(folders.properties());
        settings.put("filedrop.settled", "1");
        settings.put("filedrop.poll", "100");
        settings.putAll(more);
        fileDrop = new FileDrop(service, settings, results::add);
    }

    /** The settings of the environment that make the file drop call an emulator as if it were the real service. */
    static Map<String, String> environment(BackgroundCutEmulator emulator) {
        return Map.of(
                BackgroundCutService.API_KEY, emulator.apiKey(), BackgroundCutService.BASE_URL, emulator.baseUrl());
    }

    FileDropFixture start() {
        fileDrop.start();
        return this;
    }

    /** Waits until so many pictures are done or have failed. */
    void awaitResults(int pictures) {
        await().atMost(60, SECONDS).until(() -> results.size() >= pictures);
    }

    /** The names of all files of a folder, also of hidden ones. */
    static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        fileDrop.close();
    }
}
