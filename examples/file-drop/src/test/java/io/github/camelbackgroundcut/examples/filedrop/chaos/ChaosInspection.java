// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.examples.filedrop.Folders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Compares what a file drop has left with what it was given, and with what the emulator knows. */
final class ChaosInspection {

    private final ChaosPictures pictures;
    private final Folders folders;
    private final BackgroundCutEmulator emulator;
    private final Set<String> outbox;
    private final Set<String> failed;
    /** By the picture's name: the paths of its cutouts on the service, once for each charge. */
    private final Map<String, List<String>> charges = new TreeMap<>();

    ChaosInspection(ChaosPictures pictures, Folders folders, BackgroundCutEmulator emulator) throws IOException {
        this.pictures = pictures;
        this.folders = folders;
        this.emulator = emulator;
        this.outbox = names(folders.outbox());
        this.failed = names(folders.failed());
        emulator.charges().forEach((path, times) -> {
            for (int i = 0; i < times; i++) {
                charges.computeIfAbsent(nameOf(path), name -> new ArrayList<>()).add(path);
            }
        });
    }

    long cutouts() {
        return pictures.good().filter(this::isOut).count();
    }

    long failedWithReason() {
        return pictures.broken().filter(this::hasFailed).count();
    }

    /** Neither done nor failed with a reason; a good one must be done. */
    List<String> lost() throws IOException {
        Set<String> done = names(folders.done());
        return Stream.concat(
                        pictures.good().filter(name -> !isOut(name) || !done.contains(name + ".jpg")),
                        pictures.broken().filter(name -> !hasFailed(name)))
                .toList();
    }

    /** More than one cutout, picture or text of a picture, or some of none. */
    List<String> doubled() throws IOException {
        List<String> surplus = new ArrayList<>();
        surplus.addAll(beyond(outbox, pictures.good().map(name -> name + ".png")));
        surplus.addAll(beyond(names(folders.done()), pictures.good().map(name -> name + ".jpg")));
        surplus.addAll(beyond(failed, pictures.broken().flatMap(name -> Stream.of(name + ".jpg", name + ".jpg.txt"))));
        surplus.addAll(names(folders.inbox()));
        surplus.removeIf(ChaosInspection::isTemporary);
        return surplus;
    }

    /** No picture, or not byte for byte what the service has. */
    List<String> halfWritten() throws IOException, InterruptedException {
        List<String> half = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        for (String name : pictures.good().filter(this::isOut).toList()) {
            byte[] written = Files.readAllBytes(folders.outbox().resolve(name + ".png"));
            boolean whole = ImageIO.read(new ByteArrayInputStream(written)) != null
                    && Arrays.equals(written, stored(client, name));
            if (!whole) {
                half.add(name);
            }
        }
        return half;
    }

    /** Once for each charge after the first, and for each charge of a picture that has no cutout. */
    List<String> chargedTwice() {
        return charges.entrySet().stream()
                .flatMap(charge -> charge.getValue().stream().skip(isOut(charge.getKey()) ? 1 : 0))
                .toList();
    }

    /** Files under temporary names, in the folders and in the process's own folder for them. */
    List<String> leftovers(Path temporary) throws IOException {
        Set<String> found = new HashSet<>();
        for (Path folder : List.of(folders.inbox(), folders.outbox(), folders.done(), folders.failed())) {
            names(folder).stream().filter(ChaosInspection::isTemporary).forEach(found::add);
        }
        found.addAll(names(temporary));
        found.addAll(names(folders.work().resolve("spool")));
        names(folders.work()).stream().filter(name -> name.endsWith(".part")).forEach(found::add);
        return List.copyOf(found);
    }

    private byte[] stored(HttpClient client, String name) throws IOException, InterruptedException {
        List<String> paths = charges.getOrDefault(name, List.of());
        if (paths.isEmpty()) {
            return new byte[0];
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/v3/files/" + paths.get(0)))
                .header("Authorization", "Token " + emulator.apiKey())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private boolean isOut(String name) {
        return outbox.contains(name + ".png");
    }

    private boolean hasFailed(String name) {
        return failed.contains(name + ".jpg") && failed.contains(name + ".jpg.txt");
    }

    private static boolean isTemporary(String name) {
        return name.startsWith(".") || name.endsWith(".camelLock");
    }

    private static List<String> beyond(Set<String> names, Stream<String> expected) {
        Set<String> surplus = new HashSet<>(names);
        expected.forEach(surplus::remove);
        return List.copyOf(surplus);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    private static Set<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
