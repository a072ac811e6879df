// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** How a picture has to be turned to stand upright, in EXIF's order from 1 to 8. */
public enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    LYING_MIRRORED,
    LYING_ON_LEFT_SIDE,
    LYING_ON_RIGHT_SIDE_MIRRORED,
    LYING_ON_RIGHT_SIDE;

    private static final int BOTH_AXES = -1;
    private static final int TOP_TO_BOTTOM = 0;
    private static final int LEFT_TO_RIGHT = 1;

    public static Optional<Orientation> of(int exif) {
        return exif >= 1 && exif <= values().length ? Optional.of(values()[exif - 1]) : Optional.empty();
    }

    public boolean swapsSides() {
        return ordinal() >= LYING_MIRRORED.ordinal();
    }

    /** Puts the upright picture into another matrix. */
    public void turn(Mat stored, Mat upright) {
        switch (this) {
            case UPRIGHT -> stored.copyTo(upright);
            case MIRRORED -> Core.flip(stored, upright, LEFT_TO_RIGHT);
            case UPSIDE_DOWN -> Core.flip(stored, upright, BOTH_AXES);
            case UPSIDE_DOWN_MIRRORED -> Core.flip(stored, upright, TOP_TO_BOTTOM);
            case LYING_MIRRORED -> Core.transpose(stored, upright);
            case LYING_ON_LEFT_SIDE -> Core.rotate(stored, upright, Core.ROTATE_90_CLOCKWISE);
            case LYING_ON_RIGHT_SIDE_MIRRORED -> {
                Core.transpose(stored, upright);
                Core.flip(upright, upright, BOTH_AXES);
            }
            default -> Core.rotate(stored, upright, Core.ROTATE_90_COUNTERCLOCKWISE);
        }
    }
}
