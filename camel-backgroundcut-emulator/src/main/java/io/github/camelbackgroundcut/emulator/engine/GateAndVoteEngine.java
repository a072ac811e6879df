// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * The engine that comes with the emulator: classical image processing, no model file. A gate asks whether the backdrop is
 * simple (a studio sweep, a wall). If so, one GrabCut run from a saliency map finds the object; if not, several runs vote.
 * Good on product shots; on cluttered photos a neural network does better.
 *
 * <p>The same picture always gives the same matte.
 */
public final class GateAndVoteEngine implements CutoutEngine {

    /** Lab units up to which the border's deviation from a smooth surface makes a simple backdrop. */
    private static final double SIMPLE_BACKDROP = 4;

    private static final int VOTING_PIXELS = 50_000;
    /** Less of the picture than this is not an object that anybody photographed. */
    private static final double SMALLEST_OBJECT = 0.002;

    private static final double LARGEST_OBJECT = 0.97;
    /** Lab units that an object must differ from a simple backdrop; less is noise. */
    private static final double VISIBLE_DIFFERENCE = 5;

    public GateAndVoteEngine() {
        OpenCvLibrary.load();
    }

    @Override
    public AlphaMatte matte(Picture picture, Quality quality) throws UnusablePictureException {
        Effort effort = Effort.of(quality);
        try (MatScope scope = new MatScope()) {
            WorkingImage image = WorkingImage.of(picture.bgr(), effort.workingPixels(), scope);
            Border border = Border.of(image.width(), image.height());
            BorderColours colours = BorderColours.of(image.lab(), border);
            float[] saliency = Saliency.of(image.lab(), border, colours);
            BackdropModel backdrop = BackdropModel.fit(image.lab(), border.pixels());

            boolean simple = backdrop.residual() <= SIMPLE_BACKDROP;
            if (simple && isUniform(backdrop)) {
                throw noSubject();
            }
            byte[] trimap = simple
                    ? Trimap.bySaliency(saliency, Trimap.otsu(saliency), border)
                    : votedTrimap(picture.bgr(), effort, image, border);
            boolean[] object = GrabCutSegmenter.segment(image.bgr(), trimap, effort.iterations())
                    .orElseThrow(GateAndVoteEngine::noSubject);
            object = new MaskCleaner(image.width(), image.height(), saliency).clean(object);
            requireObject(object);
            return toMatte(picture.bgr(), Masks.toMat(object, image.width(), image.height(), scope), effort, scope);
        }
    }

    @Override
    public AlphaMatte matte(Picture picture, PointHints hints) throws UnusablePictureException {
        Effort effort = Effort.of(Quality.MEDIUM);
        try (MatScope scope = new MatScope()) {
            WorkingImage image = WorkingImage.of(picture.bgr(), effort.workingPixels(), scope);
            double scale = image.width() / (double) picture.width();
            boolean[] object = new PointHintSegmenter(image, scale)
                    .segment(hints)
                    .orElseThrow(() -> new UnusablePictureException("The points do not lead to a subject"));
            return toMatte(picture.bgr(), Masks.toMat(object, image.width(), image.height(), scope), effort, scope);
        }
    }

    /** The vote takes place at a smaller size, as it costs several GrabCut runs. */
    private static byte[] votedTrimap(Mat picture, Effort effort, WorkingImage image, Border border)
            throws UnusablePictureException {
        try (MatScope scope = new MatScope()) {
            WorkingImage small = WorkingImage.of(picture, VOTING_PIXELS, scope);
            Border smallBorder = Border.of(small.width(), small.height());
            BorderColours colours = BorderColours.of(small.lab(), smallBorder);
            float[] saliency = Saliency.of(small.lab(), smallBorder, colours);
            float[] colourDistance = Scale.toUnit(colours.distances(small.lab()));
            Optional<float[]> votes =
                    new HypothesisVote(small, smallBorder, saliency, colourDistance).vote(effort.hypotheses());
            float[] enlarged = Masks.resized(
                    votes.orElseThrow(GateAndVoteEngine::noSubject),
                    small.width(),
                    small.height(),
                    image.width(),
                    image.height());
            return HypothesisVote.toTrimap(enlarged, border);
        }
    }

    private static AlphaMatte toMatte(Mat picture, Mat mask, Effort effort, MatScope scope) {
        Mat contour = effort.contourPixels() > 0
                ? ContourRefinement.refine(picture, mask, effort.contourPixels(), scope)
                : mask;
        return new AlphaMatte(GuidedMatting.refine(picture, contour, effort.mattingPixels()));
    }

    private static boolean isUniform(BackdropModel backdrop) {
        int visible = 0;
        for (float distance : backdrop.distance()) {
            visible += distance > VISIBLE_DIFFERENCE ? 1 : 0;
        }
        return visible < SMALLEST_OBJECT * backdrop.distance().length;
    }

    private static void requireObject(boolean[] object) throws UnusablePictureException {
        double share = Masks.count(object) / (double) object.length;
        if (share < SMALLEST_OBJECT || share > LARGEST_OBJECT) {
            throw noSubject();
        }
    }

    private static UnusablePictureException noSubject() {
        return new UnusablePictureException(
                "No subject was found in the picture: nothing stands out from the backdrop");
    }
}
