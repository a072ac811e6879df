// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.PointHints;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Finds an ellipse in the middle of every picture, at once. */
public final class FakeEngine implements CutoutEngine {

    private final List<Quality> qualities = new CopyOnWriteArrayList<>();
    private final List<PointHints> hints = new CopyOnWriteArrayList<>();
    private final List<String> threads = new CopyOnWriteArrayList<>();

    @Override
    public AlphaMatte matte(Picture picture, Quality quality) {
        qualities.add(quality);
        threads.add(Thread.currentThread().getName());
        return ellipse(picture);
    }

    @Override
    public AlphaMatte matte(Picture picture, PointHints points) {
        hints.add(points);
        threads.add(Thread.currentThread().getName());
        return ellipse(picture);
    }

    /** The qualities that were asked for, in order. */
    public List<Quality> qualities() {
        return qualities;
    }

    public List<PointHints> hints() {
        return hints;
    }

    public List<String> threads() {
        return threads;
    }

    private static AlphaMatte ellipse(Picture picture) {
        Mat alpha = Mat.zeros(picture.height(), picture.width(), CvType.CV_8UC1);
        Point centre = new Point(picture.width() / 2.0, picture.height() / 2.0);
        Size axes = new Size(picture.width() / 4.0, picture.height() / 4.0);
        Imgproc.ellipse(alpha, centre, axes, 0, 0, 360, new Scalar(255), Imgproc.FILLED);
        return new AlphaMatte(alpha);
    }
}
