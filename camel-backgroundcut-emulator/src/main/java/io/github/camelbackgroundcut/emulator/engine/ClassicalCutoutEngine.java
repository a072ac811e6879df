// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.engine.backdrop.BackdropModel;
import io.github.camelbackgroundcut.emulator.engine.backdrop.BackdropSubtraction;
import io.github.camelbackgroundcut.emulator.engine.backdrop.Border;
import io.github.camelbackgroundcut.emulator.engine.backdrop.BorderColours;
import io.github.camelbackgroundcut.emulator.engine.backdrop.Evidence;
import io.github.camelbackgroundcut.emulator.engine.backdrop.LayeredBackdrop;
import io.github.camelbackgroundcut.emulator.engine.backdrop.Saliency;
import io.github.camelbackgroundcut.emulator.engine.backdrop.Scale;
import io.github.camelbackgroundcut.emulator.engine.backdrop.SmoothBackdrop;
import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import io.github.camelbackgroundcut.emulator.engine.mask.ContourRefinement;
import io.github.camelbackgroundcut.emulator.engine.mask.FrameEdge;
import io.github.camelbackgroundcut.emulator.engine.mask.GrabCutSegmenter;
import io.github.camelbackgroundcut.emulator.engine.mask.GuidedMatting;
import io.github.camelbackgroundcut.emulator.engine.mask.HypothesisVote;
import io.github.camelbackgroundcut.emulator.engine.mask.MaskCleaner;
import io.github.camelbackgroundcut.emulator.engine.mask.Masks;
import io.github.camelbackgroundcut.emulator.engine.mask.ThinParts;
import io.github.camelbackgroundcut.emulator.engine.mask.Trimap;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * The engine that comes with the emulator: classical image processing, no model file. A gate asks whether the backdrop can
 * be modelled (a studio sweep, a wall, a table before a wall). If so, it is subtracted, and one GrabCut run from a saliency
 * map finds the object; if not, several runs vote. Good on product shots; on cluttered photos a neural network does better.
 *
 * <p>The same picture always gives the same matte.
 */
public final class ClassicalCutoutEngine implements CutoutEngine {

    /** Lab units that the border of a smooth backdrop may deviate from its model. */
    private static final double SMOOTH = 2;
    /** The same for a backdrop in layers, which often are of wood or cloth. */
    private static final double LAYERED = 6;

    private static final int VOTING_PIXELS = 50_000;
    /** A smaller share of the picture is not its object. */
    private static final double SMALLEST_OBJECT = 0.002;

    private static final double LARGEST_OBJECT = 0.97;
    /** Lab units that an object must differ from a modelled backdrop; less is noise. */
    private static final double VISIBLE_DIFFERENCE = 5;

    public ClassicalCutoutEngine() {
        OpenCvLibrary.load();
    }

    @Override
    public AlphaMatte matte(Picture picture, Quality quality) throws UnusablePictureException {
        Effort effort = Effort.of(quality);
        try (MatScope scope = new MatScope()) {
            WorkingImage image = WorkingImage.of(picture.bgr(), effort.workingPixels(), scope);
            Border border = Border.of(image.width(), image.height());
            Optional<BackdropModel> backdrop = gate(image, border);
            boolean[] object = backdrop.isPresent()
                    ? cutFromModel(backdrop.get(), image, border, effort)
                    : cutByVote(picture.bgr(), image, border, effort);
            return toMatte(picture.bgr(), object, backdrop, image, effort);
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
            return toMatte(picture.bgr(), object, Optional.empty(), image, effort);
        }
    }

    @Override
    public String name() {
        return "classical";
    }

    /**
     * A model that describes the backdrop; empty if it is cluttered. A part of the border that only the layers describe
     * is a table and not an object that touches the border.
     */
    private static Optional<BackdropModel> gate(WorkingImage image, Border border) {
        BackdropModel smooth = SmoothBackdrop.fit(image.lab(), border);
        BackdropModel layered = LayeredBackdrop.fit(image.lab(), border);
        boolean isTable = smooth.tail() > 2 * layered.tail() + SMOOTH;
        if (smooth.residual() <= SMOOTH && !isTable) {
            return Optional.of(smooth);
        }
        return layered.residual() <= LAYERED ? Optional.of(layered) : Optional.empty();
    }

    private static boolean[] cutFromModel(BackdropModel backdrop, WorkingImage image, Border border, Effort effort)
            throws UnusablePictureException {
        double visible = Math.max(VISIBLE_DIFFERENCE, 3 * backdrop.residual());
        if (backdrop.shareFurtherThan(visible) < SMALLEST_OBJECT) {
            throw noSubject();
        }
        try (MatScope scope = new MatScope()) {
            BackdropSubtraction subtraction = BackdropSubtraction.of(image, backdrop);
            WorkingImage flat = subtraction.flat(scope);
            Evidence evidence = subtraction.evidence();
            Border clear = border.without(evidence.unexplained());
            BorderColours colours = BorderColours.of(flat.lab(), clear);
            float[] saliency = Saliency.onModelledBackdrop(flat.lab(), clear, colours);
            byte[] trimap = Trimap.bySaliency(saliency, Trimap.otsu(saliency), clear);
            // Beside a black part, a pale one hardly stands out: saliency is relative, the colour test is not.
            Trimap.markLikely(trimap, subtraction.foreignColour());
            Trimap.doubt(trimap, evidence.enclosed(image.width()));
            return grabCut(flat, trimap, saliency, evidence, effort);
        }
    }

    /** The vote takes place at a smaller size, as it costs several GrabCut runs. */
    private static boolean[] cutByVote(Mat picture, WorkingImage image, Border border, Effort effort)
            throws UnusablePictureException {
        try (MatScope scope = new MatScope()) {
            WorkingImage small = WorkingImage.of(picture, VOTING_PIXELS, scope);
            Border smallBorder = Border.of(small.width(), small.height());
            BorderColours colours = BorderColours.of(small.lab(), smallBorder);
            float[] saliency = Saliency.onCluttered(small.lab(), smallBorder, colours);
            float[] colourDistance = Scale.toUnit(colours.distances(small.lab()));
            float[] votes = new HypothesisVote(small, smallBorder, saliency, colourDistance)
                    .vote(effort.hypotheses())
                    .orElseThrow(ClassicalCutoutEngine::noSubject);
            byte[] trimap = HypothesisVote.toTrimap(Masks.resized(votes, small, image), border);
            float[] resized = Masks.resized(saliency, small, image);
            boolean[] object = grabCut(image, trimap, resized, Evidence.none(resized.length), effort);
            FrameEdge.reach(object, image.lab());
            return object;
        }
    }

    private static boolean[] grabCut(
            WorkingImage image, byte[] trimap, float[] saliency, Evidence evidence, Effort effort)
            throws UnusablePictureException {
        boolean[] object = GrabCutSegmenter.segment(image.bgr(), trimap, effort.iterations())
                .orElseThrow(ClassicalCutoutEngine::noSubject);
        boolean[] clean = new MaskCleaner(image.width(), image.height(), saliency, evidence).clean(object);
        double share = Masks.count(clean) / (double) clean.length;
        if (share < SMALLEST_OBJECT || share > LARGEST_OBJECT) {
            throw noSubject();
        }
        return clean;
    }

    private static AlphaMatte toMatte(
            Mat picture, boolean[] object, Optional<BackdropModel> backdrop, WorkingImage image, Effort effort) {
        try (MatScope scope = new MatScope()) {
            Mat mask = Masks.toMat(object, image.width(), image.height(), scope);
            Mat contour = effort.contourPixels() > 0
                    ? ContourRefinement.refine(picture, mask, backdrop, effort.contourPixels(), scope)
                    : mask;
            Mat detail = WorkingImage.shrunk(picture, effort.mattingPixels(), scope);
            Optional<Mat> thin = backdrop.map(model -> ThinParts.find(detail, mask, model, scope));
            return new AlphaMatte(GuidedMatting.refine(picture, detail, contour, thin));
        }
    }

    private static UnusablePictureException noSubject() {
        return new UnusablePictureException(
                "No subject was found in the picture: nothing stands out from the backdrop");
    }
}
