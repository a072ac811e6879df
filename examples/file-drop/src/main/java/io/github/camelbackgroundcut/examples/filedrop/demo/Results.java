// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import io.github.camelbackgroundcut.examples.filedrop.PictureResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Gathers results until there is one for each picture. */
final class Results {

    /** Longer than the component waits for an answer. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(7);

    private final int expected;
    private final BlockingQueue<PictureResult> arrived = new LinkedBlockingQueue<>();

    Results(int expected) {
        this.expected = expected;
    }

    void add(PictureResult result) {
        arrived.add(result);
    }

    /**
     * Waits for all.
     *
     * @return the results, ordered by the pictures' names
     * @throws IllegalStateException if nothing happens for too long
     */
    List<PictureResult> await() throws InterruptedException {
        Stream.Builder<PictureResult> results = Stream.builder();
        for (int i = 0; i < expected; i++) {
            PictureResult next = arrived.poll(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException((expected - i) + " of " + expected
                        + " pictures are neither done nor failed, and nothing has happened for "
                        + LONGEST_SILENCE.toMinutes() + " minutes.");
            }
            results.add(next);
        }
        return results.build()
                .sorted(Comparator.comparing(PictureResult::picture))
                .toList();
    }
}
