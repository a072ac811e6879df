// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.component.file.FileEndpoint;

/** Pictures in a folder, of which some are broken, and two have one base name. */
final class FolderTrial extends RouteTrial {

    private static final List<TrialPicture> TWINS = List.of(TrialPicture.GOOD.get(0), TrialPicture.TWIN);

    private final Path inbox;
    private final List<Path> outboxes;

    FolderTrial(RouteOnTrial route, FileEndpoint input, boolean repeats) {
        super(route, input, repeats);
        this.inbox = input.getFile().toPath();
        this.outboxes = route.endpoints(FileEndpoint.class).stream()
                .filter(endpoint -> endpoint != input)
                .map(endpoint -> endpoint.getFile().toPath())
                .toList();
    }

    @Override
    void send() throws Exception {
        for (TrialPicture picture : pictures().toList()) {
            picture.dropInto(inbox);
        }
        await().atMost(Duration.ofSeconds(60))
                .failFast(this::noneIsReadAgain)
                .untilAsserted(() -> assertThat(inbox.toFile().listFiles(FolderTrial::isPicture))
                        .as("inbox")
                        .isEmpty());
        route.close();
        noneIsReadAgain();
    }

    @Override
    void check() throws Exception {
        for (TrialPicture broken : TrialPicture.BROKEN) {
            assertThat(copies(broken)).containsExactly(failed(broken));
            assertThat(cutoutsOf(broken)).isEmpty();
        }
        List<TrialPicture> setAside = good().filter(this::isSetAside).toList();
        for (TrialPicture good : good().toList()) {
            assertThat(copies(good)).as("where " + good + " is").hasSize(1);
            if (!setAside.contains(good)) {
                assertThat(cutoutsOf(good).filter(good::isIn))
                        .as("cutouts of " + good)
                        .isNotEmpty();
            }
        }
        assertThat(cutouts()).allMatch(cutout -> good().anyMatch(good -> isOf(good, cutout) && good.isIn(cutout)));
        List<ByteBuffer> charged = new StoredResults(route.emulator).charged();
        assertThat(charged).containsAll(results());
        if (repeats) {
            // Where the cutouts of two pictures would have one name, one may be set aside.
            assertThat(setAside).as("good pictures that failed").isSubsetOf(TWINS);
            assertThat(setAside).as("good pictures that failed").hasSizeLessThan(TWINS.size());
            charged.removeAll(results());
            assertThat(charged).as("results that didn't come out").allMatch(result -> shows(setAside, result));
        } else {
            assertThat(setAside).hasSizeLessThan(TrialPicture.GOOD.size());
        }
    }

    private void noneIsReadAgain() {
        assertThat(route.filesRead.times())
                .as("how often each picture was read")
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
    }

    private boolean isSetAside(TrialPicture picture) {
        return copies(picture).contains(failed(picture));
    }

    private Path failed(TrialPicture picture) {
        return inbox.resolve(".failed").resolve(picture.name());
    }

    /** Where the input is, unchanged. */
    private List<Path> copies(TrialPicture picture) {
        return files(route.folder).stream()
                .filter(file -> file.getFileName().toString().equals(picture.name()))
                .filter(file -> Arrays.equals(bytes(file), picture.bytes()))
                .toList();
    }

    private Stream<Path> cutoutsOf(TrialPicture picture) {
        return cutouts().filter(cutout -> isOf(picture, cutout));
    }

    private static boolean isOf(TrialPicture picture, Path cutout) {
        return cutout.getFileName().toString().matches(picture.stem() + "[.-].*");
    }

    private boolean shows(List<TrialPicture> pictures, ByteBuffer result) {
        Path file = route.folder.resolve("result");
        try {
            Files.write(file, result.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pictures.stream().anyMatch(picture -> picture.isIn(file));
    }

    private List<ByteBuffer> results() {
        return cutouts().map(FolderTrial::bytes).map(ByteBuffer::wrap).toList();
    }

    private Stream<Path> cutouts() {
        return outboxes.stream().flatMap(outbox -> files(outbox).stream());
    }

    /** Hidden is what a drop remembers its calls in. */
    private static boolean isPicture(File file) {
        return file.isFile() && !file.isHidden();
    }

    private static Stream<TrialPicture> pictures() {
        return Stream.concat(TrialPicture.BROKEN.stream(), good());
    }

    private static Stream<TrialPicture> good() {
        return Stream.concat(TrialPicture.GOOD.stream(), Stream.of(TrialPicture.TWIN));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
