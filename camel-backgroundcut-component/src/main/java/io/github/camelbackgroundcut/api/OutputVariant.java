// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.util.Objects;

/**
 * One result of a process call.
 *
 * @param outputFilePath where the service stores it, such as {@code my-project/mug.png}
 * @param settings of the result
 */
public record OutputVariant(String outputFilePath, VariantSettings settings) {

    public OutputVariant {
        outputFilePath = FilePaths.requireValid(outputFilePath, "output path");
        Objects.requireNonNull(settings, "settings");
    }
}
