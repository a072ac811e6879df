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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** By what they are: where the service has the results that it has charged for. Their places don't tell a picture's name. */
    private final Map<ByteBuffer, List<String>> charges = new HashMap<>();

    ChaosInspection(ChaosPictures pictures, Folders folders, BackgroundCutEmulator emulator)
            throws IOException, InterruptedException {
        this.pictures = pictures;
        this.folders = folders;
        this.emulator = emulator;
        this.outbox = names(folders.outbox());
        this.failed = names(folders.failed());
        HttpClient client = HttpClient.newHttpClient();
        for (Map.Entry<String, Integer> charge : emulator.charges().entrySet()) {
            charges.computeIfAbsent(stored(client, charge.getKey()), result -> new ArrayList<>())
                    .addAll(Collections.nCopies(charge.getValue(), charge.getKey()));
        }
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
        surplus.addAll(beyond(outbox, pictures.good().map(name -> name + ".jpg.png")));
        surplus.addAll(beyond(names(folders.done()), pictures.good().map(name -> name + ".jpg")));
        surplus.addAll(beyond(failed, pictures.broken().flatMap(name -> Stream.of(name + ".jpg", name + ".jpg.txt"))));
        surplus.addAll(names(folders.inbox()));
        surplus.removeIf(ChaosInspection::isTemporary);
        return surplus;
    }

    /** No picture, or not byte for byte what the service has. */
    List<String> halfWritten() throws IOException {
        List<String> half = new ArrayList<>();
        for (String name : pictures.good().filter(this::isOut).toList()) {
            byte[] written = Files.readAllBytes(folders.outbox().resolve(name + ".jpg.png"));
            if (ImageIO.read(new ByteArrayInputStream(written)) == null
                    || !charges.containsKey(ByteBuffer.wrap(written))) {
                half.add(name);
            }
        }
        return half;
    }

    /** Once for each charge after the first, and for each charge of a result that isn't in the outbox. */
    List<String> chargedTwice() throws IOException {
        Set<ByteBuffer> written = new HashSet<>();
        for (String name : outbox) {
            written.add(ByteBuffer.wrap(Files.readAllBytes(folders.outbox().resolve(name))));
        }
        return charges.entrySet().stream()
                .flatMap(charge -> charge.getValue().stream().skip(written.contains(charge.getKey()) ? 1 : 0))
                .toList();
    }

    /** Files under temporary names, in the folders and in the process's own folder for them. */
    List<String> leftovers(Path temporary, Path spool) throws IOException {
        Set<String> found = new HashSet<>();
        for (Path folder : List.of(folders.inbox(), folders.outbox(), folders.done(), folders.failed())) {
            names(folder).stream().filter(ChaosInspection::isTemporary).forEach(found::add);
        }
        found.addAll(names(temporary));
        try (Stream<Path> spooled = Files.walk(spool, 2)) {
            spooled.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> !name.endsWith(".lock"))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private ByteBuffer stored(HttpClient client, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/v3/files/" + path))
                .header("Authorization", "Token " + emulator.apiKey())
                .build();
        return ByteBuffer.wrap(
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private boolean isOut(String name) {
        return outbox.contains(name + ".jpg.png");
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

    /** Without what the drop remembers its calls in. */
    private static Set<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            !Set.of(".process-calls", ".process-calls.lock").contains(name))
                    .collect(Collectors.toSet());
        }
    }
}
