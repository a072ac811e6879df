// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import java.util.List;
import java.util.Random;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/** Draws product pictures from a seed: the same number always gives the same picture. */
public final class DrawnScenes {

    private static final List<Size> SIZES = List.of(new Size(640, 480), new Size(1000, 800), new Size(2000, 1500));
    private static final int[] JPEG_QUALITIES = {95, 85, 75};
    private static final Material[] PRODUCTS = {
        Material.of(40, 45, 170),
        Material.of(150, 90, 35),
        Material.of(60, 130, 70),
        Material.of(45, 45, 48),
        Material.of(40, 150, 210),
        Material.of(120, 60, 120),
        Material.of(70, 95, 130)
    };
    private static final Material[] BACKDROPS = {
        backdrop(228, 228, 226), backdrop(205, 208, 212), backdrop(190, 214, 228), backdrop(215, 200, 190)
    };

    static {
        OpenCvLibrary.load();
    }

    private DrawnScenes() {}

    /** @param number less than {@link SceneKind#scenes()} */
    public static Scene draw(SceneKind kind, int number) {
        return draw(kind, number, SIZES.get(number % SIZES.size()));
    }

    /** The same in another size, where the size is not what is tested. */
    public static Scene draw(SceneKind kind, int number, Size size) {
        Random random = new Random(1000L * kind.ordinal() + number);
        for (int i = 0; i < 4; i++) {
            random.nextInt(); // the first numbers of near seeds are much alike
        }
        int quality = JPEG_QUALITIES[random.nextInt(JPEG_QUALITIES.length)];
        try (MatScope scope = new MatScope()) {
            SceneCanvas canvas = new SceneCanvas(size, random, scope);
            SceneProducts products = new SceneProducts(canvas, random, PRODUCTS);
            Mat backdrop = compose(kind, canvas, products, random);
            double softness = kind == SceneKind.HARD_SHADOW ? 0.004 : 0.03 + 0.02 * random.nextDouble();
            double darkness =
                    kind == SceneKind.DARK_ON_DARK || kind == SceneKind.GRADED ? 0 : 0.1 + 0.2 * random.nextDouble();
            return canvas.photograph(kind, number, backdrop, softness, darkness, quality);
        }
    }

    private static Mat compose(SceneKind kind, SceneCanvas canvas, SceneProducts products, Random random) {
        Material light = BACKDROPS[random.nextInt(BACKDROPS.length)];
        double x = 0.45 + 0.1 * random.nextDouble();
        switch (kind) {
            case CUT_LEFT -> products.cutAtSide(0, 0.43 + 0.37 * random.nextDouble());
            case CUT_RIGHT -> products.cutAtSide(1, 0.43 + 0.37 * random.nextDouble());
            case CUT_TOP -> products.hanging(x);
            case CUT_BOTTOM -> products.standingBelow(x);
            case SET_OF_PARTS -> products.set();
            case THIN_PARTS -> products.withThinParts();
            case HOLES -> products.withHoles();
            case WHITE_ON_WHITE -> products.inColour(Material.of(206, 208, 208).withFall(50), x);
            case DARK_ON_DARK -> products.inColour(Material.of(62, 50, 46).withFall(24), x);
            default -> products.any(x);
        }
        return switch (kind) {
            case WHITE_ON_WHITE -> canvas.backdrop(backdrop(246, 246, 245));
            case DARK_ON_DARK -> canvas.backdrop(backdrop(26, 24, 24));
            case GRADED -> canvas.backdrop(light.withFall(110));
            case TWO_TONE ->
                canvas.table(
                        canvas.backdrop(light),
                        backdrop(110 + random.nextInt(40), 140, 175),
                        0.55 + 0.15 * random.nextDouble());
            case COLOURED -> canvas.backdrop(random.nextBoolean() ? backdrop(70, 200, 60) : backdrop(210, 110, 40));
            case HOLES -> canvas.backdrop(random.nextBoolean() ? light : backdrop(70, 200, 60));
            case CUT_LEFT, CUT_RIGHT -> canvas.backdrop(light.withFall(random.nextInt(60)));
            default -> canvas.backdrop(light);
        };
    }

    private static Material backdrop(int blue, int green, int red) {
        return new Material(new org.opencv.core.Scalar(blue, green, red), 14, 1.2, 1, 0);
    }
}
