// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.api.OutputVariant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The results to make of a picture, and their paths: a pure function of the picture's bytes, the settings, {@code uploadPath} and the
 * account. So a second attempt finds the results of the first one, also under another name of the picture.
 *
 * @param work names all of it; the same for the same picture, settings and folder on the same account
 * @param inputFolder the folder of the upload; not that of the outputs, because a PNG would be overwritten by its own
 * @param outputs the outputs of the service, each once
 * @param results in the requested order; results with equal settings share an output
 * @param findable whether each output's path is ours alone; one that the user chose may hold another picture's result
 */
record RemovalPlan(
        String work, String inputFolder, List<OutputVariant> outputs, List<Result> results, boolean findable) {

    /**
     * A result.
     *
     * @param output its place among the outputs
     */
    record Result(NamedVariant variant, int output) {}

    /**
     * Whether there will be a plan, before anything is sent.
     *
     * @throws IllegalArgumentException if two results would meet
     */
    static void check(List<NamedVariant> variants) {
        Set<String> paths = new HashSet<>();
        for (NamedVariant variant : variants) {
            variant.outputFilePath().filter(path -> !paths.add(path)).ifPresent(path -> {
                throw OutputPaths.twoAt(path);
            });
        }
    }

    /**
     * @param key of the picture
     * @throws IllegalArgumentException if two results would meet
     */
    static RemovalPlan of(WorkKey key, Removal removal) {
        List<NamedVariant> variants = removal.variants();
        String uploadPath = removal.uploadPath();
        check(variants);
        List<String> paths = new ArrayList<>();
        List<OutputVariant> outputs = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (NamedVariant variant : variants) {
            String path = path(variant, key, uploadPath);
            if (!paths.contains(path)) {
                paths.add(path);
                outputs.add(new OutputVariant(path, variant.settings()));
            }
            results.add(new Result(variant, paths.indexOf(path)));
        }
        return new RemovalPlan(
                key.ofPaths(removal.account(), paths),
                uploadPath + '/' + key.ofPicture() + "/input",
                List.copyOf(outputs),
                List.copyOf(results),
                variants.stream().allMatch(variant -> variant.outputFilePath().isEmpty()));
    }

    private static String path(NamedVariant variant, WorkKey key, String uploadPath) {
        return variant.outputFilePath()
                .orElseGet(() -> uploadPath + '/' + key.ofResult(variant.settings()) + "/cutout."
                        + variant.settings().format().extension());
    }
}
