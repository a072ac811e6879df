// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import io.github.camelbackgroundcut.emulator.engine.mask.GuidedMatting;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The last step of an engine that finds objects at a fixed, small size, as neural networks do: brings their matte to the
 * size of the picture, with edges that follow the picture.
 */
public final class EdgeRefinement {

    private EdgeRefinement() {}

    /**
     * @param picture the picture that the matte belongs to
     * @param small   {@code CV_8UC1}, 0 is backdrop and 255 is object, of any size; stays the caller's
     * @param quality the work put into the edges
     * @return a matte of the picture's size
     */
    public static AlphaMatte refine(Picture picture, Mat small, Quality quality) {
        Size size = new Size(picture.width(), picture.height());
        if (small.cols() >= picture.width() && small.rows() >= picture.height()) {
            Mat alpha = new Mat();
            Imgproc.resize(small, alpha, size, 0, 0, Imgproc.INTER_AREA);
            return new AlphaMatte(alpha);
        }
        try (MatScope scope = new MatScope()) {
            // Edges are found with at least as many pixels as the matte has: fewer would blur it.
            int pixels = Math.max(Effort.of(quality).mattingPixels(), (int) small.total());
            Mat guide = WorkingImage.shrunk(picture.bgr(), pixels, scope);
            return new AlphaMatte(GuidedMatting.refineSoft(picture.bgr(), guide, small));
        }
    }
}
