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

/** Pictures in a folder, of which some are broken. */
final class FolderTrial extends RouteTrial {

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
        int lost = 0;
        for (TrialPicture good : TrialPicture.GOOD) {
            assertThat(copies(good)).as("where " + good + " is").hasSize(1);
            if (copies(good).contains(failed(good))) {
                lost++;
            } else {
                assertThat(cutoutsOf(good))
                        .as("cutouts of " + good)
                        .isNotEmpty()
                        .allMatch(good::isIn, "show " + good);
            }
        }
        if (repeats) {
            assertThat(lost).as("good pictures that failed").isZero();
            assertThat(results()).containsExactlyInAnyOrderElementsOf(new StoredResults(route.emulator).charged());
        } else {
            assertThat(lost).isLessThan(TrialPicture.GOOD.size());
            assertThat(new StoredResults(route.emulator).charged()).containsAll(results());
        }
    }

    private void noneIsReadAgain() {
        assertThat(route.filesRead.times())
                .as("how often each picture was read")
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
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

    private List<Path> cutoutsOf(TrialPicture picture) {
        return cutouts()
                .filter(file -> file.getFileName().toString().matches(picture.stem() + "[.-].*"))
                .toList();
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
        return Stream.concat(TrialPicture.BROKEN.stream(), TrialPicture.GOOD.stream());
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
