// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.engine.CutoutFacts;
import io.github.camelbackgroundcut.emulator.store.Making;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import java.util.Locale;

/** Hands what the engine says of a cutout to the store, which does not know engines. */
final class Makings {

    private Makings() {}

    static Making of(StorePath input, CutoutFacts facts, boolean cropped) {
        return new Making(
                input,
                facts.engine(),
                facts.quality().map(quality -> quality.name().toLowerCase(Locale.ROOT)),
                facts.time(),
                cropped);
    }
}
