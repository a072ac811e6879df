// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import io.github.camelbackgroundcut.emulator.engine.ClassicalCutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A program: draws one scene of each kind, before and after, and writes the picture of the emulator's README.
 *
 * <pre>{@code ./mvnw -q test-compile exec:java -pl camel-backgroundcut-emulator -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.github.camelbackgroundcut.emulator.engine.scene.ContactSheet \
 *     -Dexec.args=camel-backgroundcut-emulator/picture-kinds.jpg}</pre>
 */
public final class ContactSheet {

    private static final Size SCENE = new Size(640, 480);
    private static final Size TILE = new Size(176, 132);
    private static final int COLUMNS = 3;
    private static final int GAP = 10;
    private static final int LABEL = 18;
    private static final int SQUARE = 11;
    private static final int JPEG_QUALITY = 80;
    /** Not one of those that the engine was tuned on. */
    private static final int NUMBER = 1;

    private static final Scalar PAPER = Scalar.all(255);
    private static final Scalar INK = Scalar.all(50);

    private final CutoutEngine engine = new ClassicalCutoutEngine();

    private ContactSheet() {}

    /** @param arguments the file to write */
    public static void main(String[] arguments) throws UnusablePictureException {
        try (MatScope scope = new MatScope()) {
            Mat sheet = new ContactSheet().sheet(scope);
            MatOfInt quality = scope.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY));
            Imgcodecs.imwrite(Path.of(arguments[0]).toString(), sheet, quality);
        }
    }

    private Mat sheet(MatScope scope) throws UnusablePictureException {
        SceneKind[] kinds = SceneKind.values();
        int rows = (kinds.length + COLUMNS - 1) / COLUMNS;
        int cellWidth = 2 * (int) TILE.width + GAP;
        int cellHeight = (int) TILE.height + LABEL + GAP;
        Mat sheet = scope.own(new Mat(rows * cellHeight + GAP, COLUMNS * cellWidth + GAP, CvType.CV_8UC3, PAPER));
        for (int i = 0; i < kinds.length; i++) {
            int x = GAP + i % COLUMNS * cellWidth;
            int y = GAP + i / COLUMNS * cellHeight;
            String label = kinds[i].name().toLowerCase(Locale.ROOT).replace('_', ' ');
            Point at = new Point(x, y + LABEL - 6.0);
            Imgproc.putText(sheet, label, at, Imgproc.FONT_HERSHEY_SIMPLEX, 0.42, INK, 1, Imgproc.LINE_AA);
            place(kinds[i], sheet, x, y + LABEL, scope);
        }
        return sheet;
    }

    private void place(SceneKind kind, Mat sheet, int x, int y, MatScope scope) throws UnusablePictureException {
        try (Scene scene = DrawnScenes.draw(kind, NUMBER, SCENE);
                Picture picture = new Picture(scene.bgr().clone(), Optional.empty());
                AlphaMatte matte = engine.matte(picture, Quality.HIGH)) {
            Mat before = scope.mat();
            Imgproc.resize(scene.bgr(), before, TILE, 0, 0, Imgproc.INTER_AREA);
            Mat alpha = scope.mat();
            Imgproc.resize(matte.mat(), alpha, TILE, 0, 0, Imgproc.INTER_AREA);
            put(before, sheet, x, y, scope);
            put(onChequerboard(before, alpha, scope), sheet, x + (int) TILE.width, y, scope);
        }
    }

    private static void put(Mat tile, Mat sheet, int x, int y, MatScope scope) {
        tile.copyTo(scope.own(sheet.submat(new Rect(x, y, tile.cols(), tile.rows()))));
    }

    private static Mat onChequerboard(Mat colours, Mat alpha, MatScope scope) {
        Mat weight = scope.mat();
        Imgproc.cvtColor(alpha, weight, Imgproc.COLOR_GRAY2BGR);
        weight.convertTo(weight, CvType.CV_32FC3, 1.0 / 255);
        Mat board = scope.own(new Mat(colours.size(), CvType.CV_32FC3, Scalar.all(255)));
        for (int y = 0; y < board.rows(); y += SQUARE) {
            for (int x = y / SQUARE % 2 * SQUARE; x < board.cols(); x += 2 * SQUARE) {
                Imgproc.rectangle(
                        board,
                        new Rect(x, y, Math.min(SQUARE, board.cols() - x), Math.min(SQUARE, board.rows() - y)),
                        Scalar.all(208),
                        Imgproc.FILLED);
            }
        }
        Mat object = scope.mat();
        colours.convertTo(object, CvType.CV_32FC3);
        Core.subtract(object, board, object);
        Core.multiply(object, weight, object);
        Core.add(object, board, object);
        object.convertTo(object, CvType.CV_8UC3);
        return object;
    }
}
