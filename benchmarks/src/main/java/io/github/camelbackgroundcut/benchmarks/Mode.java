// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

/** How much is done, and so how far the figures can be trusted. */
enum Mode {
    quick(1_000, 640, 3, 5_000, 9),
    full(4_000, 640, 5, 10_000, 21);

    private final int pictures;
    private final int warmUp;
    private final int rounds;
    private final int growthPictures;
    private final int startRounds;

    Mode(int pictures, int warmUp, int rounds, int growthPictures, int startRounds) {
        this.pictures = pictures;
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.growthPictures = growthPictures;
        this.startRounds = startRounds;
    }

    int pictures() {
        return pictures;
    }

    int warmUp() {
        return warmUp;
    }

    int rounds() {
        return rounds;
    }

    int growthPictures() {
        return growthPictures;
    }

    int startRounds() {
        return startRounds;
    }
}
