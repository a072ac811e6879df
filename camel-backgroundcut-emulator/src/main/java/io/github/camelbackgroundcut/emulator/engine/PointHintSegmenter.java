// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.engine.backdrop.BarrierDistance;
import io.github.camelbackgroundcut.emulator.engine.backdrop.Border;
import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import io.github.camelbackgroundcut.emulator.engine.mask.GrabCutSegmenter;
import io.github.camelbackgroundcut.emulator.engine.mask.Masks;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the object a person pointed at. A pixel belongs to the object if there is less of a barrier on the way to a
 * foreground point than on the way to the border or a background point; GrabCut then looks for the contour.
 */
final class PointHintSegmenter {

    private static final int ITERATIONS = 4;
    /** The disc round a point that is taken for sure, as a share of the picture's short side. */
    private static final double DISC = 0.012;

    private static final double SURE = 0.15;

    private final WorkingImage image;
    private final double scale;

    /** @param scale pixels of the working image a pixel of the picture */
    PointHintSegmenter(WorkingImage image, double scale) {
        this.image = image;
        this.scale = scale;
    }

    /** True where the object is; empty if the points lead to none. */
    Optional<boolean[]> segment(PointHints hints) {
        int[] foreground = discs(hints.foreground());
        int[] background = discs(hints.background());
        int[] border = borderWithout(foreground);
        int[] outside =
                IntStream.concat(IntStream.of(border), IntStream.of(background)).toArray();
        float[] fromObject = BarrierDistance.from(foreground, image.lab());
        float[] fromOutside = BarrierDistance.from(outside, image.lab());

        byte[] trimap = new byte[fromObject.length];
        for (int i = 0; i < trimap.length; i++) {
            double sum = fromObject[i] + fromOutside[i];
            double share = sum == 0 ? 0.5 : fromObject[i] / sum;
            trimap[i] =
                    (byte) (share < 0.5 ? Imgproc.GC_PR_FGD : share < 1 - SURE ? Imgproc.GC_PR_BGD : Imgproc.GC_BGD);
        }
        set(trimap, border, Imgproc.GC_BGD);
        set(trimap, foreground, Imgproc.GC_FGD);
        set(trimap, background, Imgproc.GC_BGD);
        return GrabCutSegmenter.segment(image.bgr(), trimap, ITERATIONS).map(object -> partsWith(foreground, object));
    }

    private static void set(byte[] trimap, int[] pixels, int label) {
        for (int pixel : pixels) {
            trimap[pixel] = (byte) label;
        }
    }

    private int[] discs(List<Point> points) {
        int radius = Math.max(1, (int) Math.round(Math.min(image.width(), image.height()) * DISC));
        return points.stream()
                .flatMapToInt(point -> disc((int) (point.x() * scale), (int) (point.y() * scale), radius))
                .distinct()
                .toArray();
    }

    private IntStream disc(int centreX, int centreY, int radius) {
        return IntStream.rangeClosed(-radius, radius)
                .flatMap(dy -> IntStream.rangeClosed(-radius, radius)
                        .filter(dx -> dx * dx + dy * dy <= radius * radius)
                        .filter(dx -> inside(centreX + dx, image.width()) && inside(centreY + dy, image.height()))
                        .map(dx -> (centreY + dy) * image.width() + centreX + dx));
    }

    private static boolean inside(int value, int limit) {
        return value >= 0 && value < limit;
    }

    private int[] borderWithout(int[] foreground) {
        boolean[] taken = new boolean[image.lab().size()];
        for (int pixel : foreground) {
            taken[pixel] = true;
        }
        return IntStream.of(Border.of(image.width(), image.height()).pixels())
                .filter(pixel -> !taken[pixel])
                .toArray();
    }

    /** Keeps the connected parts with a foreground point. */
    private boolean[] partsWith(int[] foreground, boolean[] object) {
        try (MatScope scope = new MatScope()) {
            Mat labels = scope.mat();
            Mat mask = Masks.toMat(object, image.width(), image.height(), scope);
            int count = Imgproc.connectedComponents(mask, labels, 8, CvType.CV_32S);
            int[] label = new int[object.length];
            labels.get(0, 0, label);
            boolean[] wanted = new boolean[count];
            for (int pixel : foreground) {
                wanted[label[pixel]] = true;
            }
            wanted[0] = false;
            boolean[] kept = new boolean[object.length];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = wanted[label[i]];
            }
            return kept;
        }
    }
}
