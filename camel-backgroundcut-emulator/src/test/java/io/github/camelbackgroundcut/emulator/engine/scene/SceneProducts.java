// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import java.util.Random;

/** The products of the drawn scenes. Positions are shares of the picture's width and height. */
final class SceneProducts {

    private final SceneCanvas canvas;
    private final Random random;
    private final Material[] materials;

    SceneProducts(SceneCanvas canvas, Random random, Material[] materials) {
        this.canvas = canvas;
        this.random = random;
        this.materials = materials;
    }

    private Material material() {
        Material material = materials[random.nextInt(materials.length)];
        return random.nextInt(3) == 0 ? material.withStripes(25) : material;
    }

    private double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    void any(double x) {
        inColour(material(), x);
    }

    /** A jar with a lid of another colour, or a pouch. */
    void inColour(Material body, double x) {
        double unit = canvas.unit();
        if (random.nextBoolean()) {
            canvas.part(
                    body, s -> s.ellipse(x, 0.62, 0.19 * unit, 0.24 * unit, 0).box(x - 0.1, 0.3, x + 0.1, 0.6));
            canvas.part(body.withFall(10), s -> s.box(x - 0.11, 0.22, x + 0.11, 0.31));
        } else {
            double lean = between(-0.04, 0.04);
            canvas.part(
                    body,
                    s -> s.polygon(
                            x - 0.17 + lean, 0.2, x + 0.15 + lean, 0.23, x + 0.19, 0.82, x + 0.02, 0.86, x - 0.2, 0.8));
            canvas.part(material(), s -> s.ellipse(x, 0.5, 0.09 * unit, 0.12 * unit, 15));
        }
    }

    /** A product that reaches over that share of the left (0) or right (1) side. */
    void cutAtSide(int side, double share) {
        double top = between(0.05, 0.95 - share);
        double reach = between(0.35, 0.6);
        double far = side == 0 ? reach : 1 - reach;
        double past = side == 0 ? -0.02 : 1.02;
        double bottom = top + share;
        canvas.part(
                material(),
                s -> s.polygon(past, top, far, top + 0.12 * share, far, bottom - 0.15 * share, past, bottom));
        double middle = (past + far) / 2;
        canvas.part(material(), s -> s.ellipse(middle, top + share / 2, 0.1 * canvas.unit(), 0.12 * canvas.unit(), 20));
        double knob = side == 0 ? far + 0.03 : far - 0.03;
        canvas.part(material(), s -> s.ellipse(knob, top + share / 2, 0.07 * canvas.unit(), 0.06 * canvas.unit(), 0));
    }

    void hanging(double x) {
        double half = between(0.15, 0.3);
        canvas.part(
                material(),
                s -> s.polygon(x - half, -0.02, x + half, -0.02, x + half * 0.8, 0.5, x, 0.68, x - half * 0.8, 0.5));
        canvas.part(material(), s -> s.box(x - half / 2, 0.15, x + half / 2, 0.4));
    }

    void standingBelow(double x) {
        double half = between(0.15, 0.3);
        canvas.part(
                material(),
                s -> s.polygon(
                        x - half * 0.6,
                        0.3,
                        x + half * 0.6,
                        0.3,
                        x + half,
                        0.6,
                        x + half,
                        1.02,
                        x - half,
                        1.02,
                        x - half,
                        0.6));
        canvas.part(material(), s -> s.ellipse(x, 0.25, 0.13 * canvas.unit(), 0.13 * canvas.unit(), 0));
    }

    /** One large part and some that are 1% to 11% of it. */
    void set() {
        double unit = canvas.unit();
        Material main = material();
        canvas.part(main, s -> s.ellipse(0.36, 0.45, 0.24 * unit, 0.26 * unit, 10));
        int parts = 2 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            double x = between(0.66, 0.9);
            double y = 0.15 + 0.7 * i / (parts - 1) + between(-0.04, 0.04);
            double radius = between(0.024, 0.075) * unit;
            canvas.part(random.nextBoolean() ? main : material(), s -> s.ellipse(x, y, radius, radius * 0.9, 30));
        }
    }

    /** A bag's strap, a plant's stems, a lamp's cable: 1 to 5 pixels at 1000 pixels of width. */
    void withThinParts() {
        double unit = canvas.unit();
        double thousandth = canvas.width() / 1000;
        Material main = material();
        canvas.part(main, s -> s.ellipse(0.5, 0.7, 0.22 * unit, 0.2 * unit, 0));
        int parts = 2 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            double thickness = Math.max(1, between(1.2, 5) * thousandth);
            double from = between(0.42, 0.58);
            double to = between(0.15, 0.85);
            double swing = between(-0.12, 0.12);
            canvas.part(
                    random.nextBoolean() ? main : Material.of(50, 60, 55),
                    s -> s.curve(from, 0.62, to, between(0.08, 0.25), swing, thickness));
            if (random.nextBoolean()) {
                canvas.part(main, s -> s.ellipse(to, 0.15, 0.03 * unit, 0.025 * unit, 0));
            }
        }
        if (random.nextBoolean()) {
            canvas.part(main, s -> s.ring(0.5, 0.48, 0.18 * unit, Math.max(1.2, between(1.5, 5) * thousandth)));
        }
    }

    /** Eyelets, the gaps of a grille, a cup's handle: up to 0.4% of the picture each. */
    void withHoles() {
        double unit = canvas.unit();
        double radius = between(0.018, 0.04) * unit;
        int holes = 1 + random.nextInt(4);
        canvas.part(material(), s -> {
            s.polygon(0.28, 0.2, 0.72, 0.17, 0.76, 0.8, 0.26, 0.83);
            for (int i = 0; i < holes; i++) {
                s.hole(0.36 + 0.09 * i, 0.3 + 0.1 * (i % 2), radius, radius * 0.9);
            }
            return s.hole(0.6, 0.62, radius * 1.2, radius * 0.5);
        });
        canvas.part(material(), s -> s.ellipse(0.4, 0.62, 0.08 * unit, 0.1 * unit, 0));
    }
}
