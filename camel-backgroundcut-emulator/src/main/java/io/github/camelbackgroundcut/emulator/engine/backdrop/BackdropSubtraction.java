// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The picture minus its backdrop: the backdrop becomes an even grey, whatever light and layers it had, so that colour alone
 * distinguishes the object from it. A shadow scales light and colour alike; that is undone for colour, so a shadow differs from the
 * backdrop in light only, and such darkening counts for little where it begins softly.
 */
public final class BackdropSubtraction {

    /** Stretches differences of L to the range of a byte. */
    private static final float LIGHT_CONTRAST = 1.27f;
    /** The same for a and b. They count for more: much differs from a backdrop in light, but only an object in colour. */
    private static final float COLOUR_CONTRAST = 4;

    private static final float COLOUR_SALIENCE = 1.5f;
    /** The weight of the darkening by a soft shadow. */
    private static final float SHADOW_SLOPE = 0.3f;
    /** Darkening up to this many units of L may still be a shadow, if a hard one. */
    private static final float HARD_SHADOW_DEPTH = 45;
    /** The weight of such darkening for saliency. */
    private static final float HARD_SHADOW_SLOPE = 0.5f;
    /** Lab units by which the colour of a shadow may differ from the backdrop's; more, if the backdrop is not even. */
    private static final double SHADOW_COLOUR = 3;

    private static final double SHADOW_COLOUR_SPREAD = 1.5;
    /** Lab units from which on a colour is not the backdrop's, in whatever light. */
    private static final double FOREIGN = 4;

    private static final double FOREIGN_SPREAD = 2;
    /** Lab units of residual beyond which a model, such as one of wood, can't tell what looks like the backdrop. */
    private static final double VAGUE = 1.5;
    /** Lab units by which what is seen through a hole may differ from the model. */
    private static final double ALIKE_IN_COLOUR = 4;

    private static final double ALIKE_IN_LIGHT = 6;
    /** The same as a share of the backdrop's distance from grey: JPEG blurs strong colours. */
    private static final double ALIKE_IN_CHROMA = 0.12;
    /** Lab units of colour or of more light from which on something at the border is no backdrop. */
    private static final double UNEXPLAINED = 7;
    /** The same for less light, which may be a shadow. */
    private static final double DARKER_THAN_SHADOWS = 25;

    /** In the dark, colours fade. This power of the darkening scales them up again: not fully, as noise would grow too. */
    private static final double DARK_GAIN = 0.7;

    private static final double DARKEST = 0.1;

    private final WorkingImage image;
    private final BackdropModel backdrop;
    private final double residual;
    private final float[] light;
    private final float[] a;
    private final float[] b;
    private final boolean[] inReach;

    private BackdropSubtraction(WorkingImage image, BackdropModel backdrop) {
        int size = image.lab().size();
        this.image = image;
        this.backdrop = backdrop;
        this.residual = backdrop.residual();
        this.light = new float[size];
        this.a = new float[size];
        this.b = new float[size];
        float[] colour = new float[size];
        for (int i = 0; i < size; i++) {
            float expected = backdrop.planes().get(0)[i];
            light[i] = image.lab().channel(0, i) - expected;
            // Lab is built on cube roots, so a shadow scales L + 16, a and b by the same factor.
            float shadow = Math.min(1, (expected + light[i] + 16) / (expected + 16));
            a[i] = image.lab().channel(1, i) - shadow * backdrop.planes().get(1)[i];
            b[i] = image.lab().channel(2, i) - shadow * backdrop.planes().get(2)[i];
            colour[i] = (float) (Math.hypot(a[i], b[i]) / Math.pow(Math.max(DARKEST, shadow), DARK_GAIN));
        }
        this.inReach = new SoftShadow(image.width(), image.height(), light, colour)
                .reach(Math.max(SHADOW_COLOUR, SHADOW_COLOUR_SPREAD * residual));
    }

    public static BackdropSubtraction of(WorkingImage image, BackdropModel backdrop) {
        return new BackdropSubtraction(image, backdrop);
    }

    /** The difference as a picture to look for contours in, and as Lab planes to look for saliency in. */
    public WorkingImage flat(MatScope scope) {
        byte[] bytes = new byte[3 * light.length];
        float[][] salience = new float[3][light.length];
        for (int i = 0; i < light.length; i++) {
            float plain = inReach[i] && light[i] < 0 ? light[i] * SHADOW_SLOPE : light[i];
            bytes[3 * i] = toByte(LIGHT_CONTRAST * plain);
            bytes[3 * i + 1] = toByte(COLOUR_CONTRAST * a[i]);
            bytes[3 * i + 2] = toByte(COLOUR_CONTRAST * b[i]);
            salience[0][i] = inReach[i] ? plain : discountHardShadow(light[i]);
            salience[1][i] = COLOUR_SALIENCE * a[i];
            salience[2][i] = COLOUR_SALIENCE * b[i];
        }
        Mat mat = scope.own(new Mat(image.height(), image.width(), CvType.CV_8UC3));
        mat.put(0, 0, bytes);
        return new WorkingImage(mat, new LabImage(image.width(), image.height(), List.of(salience)));
    }

    /** True where the colour is so unlike the backdrop's that neither light nor shadow explains it. */
    public boolean[] foreignColour() {
        double limit = Math.max(FOREIGN, FOREIGN_SPREAD * residual);
        boolean[] foreign = new boolean[light.length];
        for (int i = 0; i < foreign.length; i++) {
            foreign[i] = Math.hypot(a[i], b[i]) > limit;
        }
        return foreign;
    }

    public Evidence evidence() {
        return new Evidence(unexplained(), likeBackdrop());
    }

    /** A backdrop with a colour of its own is known in shadow, too; a grey one is not: so is a grey object. */
    private boolean[] likeBackdrop() {
        boolean[] like = new boolean[light.length];
        if (residual > VAGUE) {
            return like;
        }
        for (int i = 0; i < like.length; i++) {
            double chroma =
                    Math.hypot(backdrop.planes().get(1)[i], backdrop.planes().get(2)[i]);
            double darker = Math.min(DARKER_THAN_SHADOWS, ALIKE_IN_LIGHT + chroma);
            double colour = ALIKE_IN_COLOUR + ALIKE_IN_CHROMA * chroma;
            like[i] = Math.hypot(a[i], b[i]) < colour && light[i] < ALIKE_IN_LIGHT && light[i] > -darker;
        }
        return like;
    }

    private boolean[] unexplained() {
        double colour = Math.max(UNEXPLAINED, 3 * residual);
        double brighter = Math.max(UNEXPLAINED, 3 * residual);
        double darker = Math.max(DARKER_THAN_SHADOWS, 4 * residual);
        boolean[] unexplained = new boolean[light.length];
        for (int i = 0; i < unexplained.length; i++) {
            unexplained[i] =
                    !inReach[i] && (Math.hypot(a[i], b[i]) > colour || light[i] > brighter || light[i] < -darker);
        }
        return unexplained;
    }

    private static byte toByte(float difference) {
        return (byte) Math.max(0, Math.min(255, Math.round(128 + difference)));
    }

    private static float discountHardShadow(float light) {
        if (light > 0) {
            return light;
        }
        return light > -HARD_SHADOW_DEPTH
                ? light * HARD_SHADOW_SLOPE
                : light + HARD_SHADOW_DEPTH * (1 - HARD_SHADOW_SLOPE);
    }
}
