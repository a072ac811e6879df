// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

/** What is hard about a drawn scene. */
public enum SceneKind {
    CUT_LEFT(6),
    CUT_RIGHT(6),
    CUT_TOP(4),
    CUT_BOTTOM(4),
    SET_OF_PARTS(6),
    THIN_PARTS(8),
    HOLES(8),
    WHITE_ON_WHITE(4),
    DARK_ON_DARK(4),
    GRADED(6),
    TWO_TONE(6),
    SOFT_SHADOW(4),
    HARD_SHADOW(4),
    COLOURED(4);

    private final int scenes;

    SceneKind(int scenes) {
        this.scenes = scenes;
    }

    int scenes() {
        return scenes;
    }
}
