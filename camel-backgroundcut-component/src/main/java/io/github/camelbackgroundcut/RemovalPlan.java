// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.image.ImageSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be made of a picture, and where: a pure function of the picture's bytes and name, the variants and
 * {@code uploadPath}, so that whoever does the work again finds what was done.
 *
 * @param work names all of it; the same for the same picture, variants and folder
 * @param inputFolder where the picture is uploaded to; apart from the results, or a PNG would be overwritten by its own
 * @param results in the order that was asked for
 * @param findable whether each result's path is ours alone; one that the user chose may hold another picture's result
 */
record RemovalPlan(String work, String inputFolder, List<Result> results, boolean findable) {

    /** A result and where it is stored. */
    record Result(NamedVariant variant, OutputVariant output) {

        String path() {
            return output.outputFilePath();
        }

        OutputFormat format() {
            return variant.settings().format();
        }
    }

    /**
     * Whether there will be a plan, before anything is sent.
     *
     * @throws IllegalArgumentException if a path can't be used, or two results would meet
     */
    static void check(ImageSource image, List<NamedVariant> variants, String uploadPath) {
        OutputPaths.assign(variants, variant -> uploadPath + '/', FilePaths.baseName(image.fileName()), "");
    }

    /**
     * @param digest of the picture
     */
    static RemovalPlan of(ImageSource image, WorkDigest digest, List<NamedVariant> variants, String uploadPath) {
        List<OutputVariant> outputs = OutputPaths.assign(
                variants,
                variant -> uploadPath + '/' + digest.ofResult(variant.settings()) + '/',
                FilePaths.baseName(image.fileName()),
                "");
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            results.add(new Result(variants.get(i), outputs.get(i)));
        }
        return new RemovalPlan(
                digest.ofPaths(
                        outputs.stream().map(OutputVariant::outputFilePath).toList()),
                uploadPath + '/' + digest.ofPicture() + "/input",
                List.copyOf(results),
                variants.stream().allMatch(variant -> variant.outputFilePath().isEmpty()));
    }
}
