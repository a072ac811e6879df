// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import io.github.camelbackgroundcut.emulator.engine.ClassicalCutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * A program: the intersection over union of the engine's matte and the truth for each drawn scene, and before and after a
 * change of the engine. It takes minutes, so it is no test; {@code DrawnScenesIT} looks at a few of these scenes.
 *
 * <p>Arguments: {@code tuning}, {@code final} or {@code all}; optionally {@code --write FILE} to keep the values,
 * {@code --before FILE} to compare with others than {@code scenes-before.txt}, {@code --quality medium}, {@code --kind HOLES}, {@code --pictures FOLDER}.
 */
public final class SceneTable {

    /** What the engine made of the scenes before it knew of products that the frame cuts off; seen from the module. */
    private static final Path BEFORE = Path.of("src", "test", "resources", "scenes-before.txt");

    private static final double NOT_FOUND = 0;

    private final Map<String, Double> before;
    private final Map<String, Double> after = new TreeMap<>();
    private final Optional<Path> pictures;
    private final CutoutEngine engine = new ClassicalCutoutEngine();

    private SceneTable(Map<String, Double> before, Optional<Path> pictures) {
        this.before = before;
        this.pictures = pictures;
    }

    public static void main(String[] args) throws IOException {
        List<String> arguments = Arrays.asList(args);
        String half = arguments.isEmpty() ? "all" : arguments.get(0);
        Path kept = option(arguments, "--before").map(Path::of).orElse(BEFORE);
        SceneTable table =
                new SceneTable(read(kept), option(arguments, "--pictures").map(Path::of));
        Set<Quality> qualities = option(arguments, "--quality")
                .flatMap(Quality::fromApiName)
                .map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(Quality.class));
        Set<SceneKind> kinds = option(arguments, "--kind")
                .map(name -> EnumSet.of(SceneKind.valueOf(name)))
                .orElseGet(() -> EnumSet.allOf(SceneKind.class));
        for (SceneKind kind : kinds) {
            table.measure(kind, half, qualities);
        }
        table.printMeans("");
        Optional<Path> target = option(arguments, "--write").map(Path::of);
        if (target.isPresent()) {
            Files.write(
                    target.get(),
                    table.after.entrySet().stream()
                            .map(value -> "%s %.4f".formatted(value.getKey(), value.getValue()))
                            .toList());
        }
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    private static Map<String, Double> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1])));
    }

    private void measure(SceneKind kind, String half, Set<Quality> qualities) {
        for (int number = 0; number < kind.scenes(); number++) {
            boolean wanted = half.equals("all") || half.equals("tuning") == (number % 2 == 0);
            if (wanted) {
                try (Scene scene = DrawnScenes.draw(kind, number)) {
                    measure(scene, qualities);
                }
            }
        }
        printMeans(kind.name());
    }

    private void measure(Scene scene, Set<Quality> qualities) {
        List<String> cells = new ArrayList<>();
        for (Quality quality : qualities) {
            String key = scene.name() + "/" + quality;
            after.put(key, overlap(scene, quality));
            cells.add(cell(quality.name(), Optional.ofNullable(before.get(key)), after.get(key)));
        }
        System.out.printf("%-20s %s%n", scene.name(), String.join("  ", cells));
    }

    private double overlap(Scene scene, Quality quality) {
        try (Picture picture = new Picture(scene.bgr().clone(), Optional.empty());
                AlphaMatte matte = engine.matte(picture, quality)) {
            pictures.ifPresent(folder -> {
                Imgcodecs.imwrite(
                        folder.resolve(scene.name() + "-" + quality + ".png").toString(), matte.mat());
                Imgcodecs.imwrite(folder.resolve(scene.name() + ".jpg").toString(), scene.bgr());
            });
            return TestPictures.intersectionOverUnion(matte.mat(), scene.truth());
        } catch (UnusablePictureException e) {
            return NOT_FOUND;
        }
    }

    private void printMeans(String prefix) {
        List<String> cells = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            mean(after, prefix, quality)
                    .ifPresent(now -> cells.add(cell(quality.name(), mean(before, prefix, quality), now)));
        }
        System.out.printf("%-20s %s%n", "MEAN " + prefix, String.join("  ", cells));
    }

    private Optional<Double> mean(Map<String, Double> values, String prefix, Quality quality) {
        var mean = after.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.endsWith(quality.name()) && values.containsKey(key))
                .mapToDouble(values::get)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    private static String cell(String quality, Optional<Double> before, double now) {
        return before.map(was -> String.format(Locale.ROOT, "%s %.4f -> %.4f (%+.4f)", quality, was, now, now - was))
                .orElseGet(() -> String.format(Locale.ROOT, "%s %.4f", quality, now));
    }
}
