// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.OutputVariant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names results: {@code <name of the input>[-<variant>].<extension of the format>}. */
public final class OutputPaths {

    private OutputPaths() {}

    /**
     * Each variant with its path: the one it asks for, else in a folder under the default name.
     *
     * @param folder with its slash, or an empty string
     * @param baseName the input's name without extension
     * @param inputFilePath is never used for a result: it would be overwritten
     */
    public static List<OutputVariant> assign(
            List<NamedVariant> variants, String folder, String baseName, String inputFilePath) {
        List<OutputVariant> assigned = new ArrayList<>(variants.size());
        Set<String> paths = new HashSet<>();
        for (NamedVariant variant : variants) {
            String path = variant.outputFilePath()
                    .orElseGet(() -> spare(
                            folder,
                            fileName(
                                    baseName, variant.name(), variant.settings().format()),
                            inputFilePath));
            if (!paths.add(path)) {
                throw twoAt(path);
            }
            assigned.add(new OutputVariant(path, variant.settings()));
        }
        return assigned;
    }

    public static IllegalArgumentException twoAt(String path) {
        return new IllegalArgumentException(
                "Two variants would be stored at " + path + ": give each its own outputFilePath");
    }

    public static String fileName(String baseName, Optional<String> variant, OutputFormat format) {
        return baseName + variant.map(name -> '-' + name).orElse("") + '.' + format.extension();
    }

    /** The path, or one beside it if it is the path of the input. */
    public static String spare(String folder, String fileName, String inputFilePath) {
        String path = folder + fileName;
        if (!path.equals(inputFilePath)) {
            return path;
        }
        int dot = fileName.lastIndexOf('.');
        return folder + FilePaths.baseName(fileName) + "-cutout" + fileName.substring(dot);
    }
}
