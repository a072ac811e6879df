// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.VariantSettings;
import java.util.List;

/**
 * The bodies of the calls that process pictures. The dialects differ in what they call a file.
 *
 * @param input the field of the file to process
 * @param output the field of a result's place
 */
record ProcessingBodies(String input, String output) {

    static final String PROCESS = "/v3/tools/ai/remove-bg/process/";
    static final String SEGMENT = "/v3/tools/ai/ai-cut/segment/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    JsonNode process(String inputFile, List<OutputVariant> variants) {
        ObjectNode body = JSON.objectNode().put(input, inputFile);
        ArrayNode list = body.putArray("output_variants");
        for (OutputVariant variant : variants) {
            VariantSettings settings = variant.settings();
            // All of them: a default differs between the dialects, and may change.
            ObjectNode node = list.addObject()
                    .put(output, variant.outputFilePath())
                    .put("format", settings.format().apiName())
                    .put("max_resolution", settings.maxResolution())
                    .put("quality", settings.quality().apiName())
                    .put("output_compression", settings.outputCompression())
                    .put("autocrop", settings.autocrop());
            settings.backgroundColor().ifPresent(color -> node.put("background_color", color));
        }
        return body;
    }

    JsonNode segment(String inputFile, String outputFile, List<Point> foregroundPoints, List<Point> backgroundPoints) {
        ObjectNode body = JSON.objectNode().put(input, inputFile).put(output, outputFile);
        body.set("foreground_points", points(foregroundPoints));
        body.set("background_points", points(backgroundPoints));
        return body;
    }

    /** Where results have to lie. */
    static List<String> folders(List<OutputVariant> variants) {
        return variants.stream()
                .map(variant -> FilePaths.folder(variant.outputFilePath()))
                .toList();
    }

    private static ArrayNode points(List<Point> points) {
        ArrayNode list = JSON.arrayNode();
        points.forEach(point -> list.addObject().put("x", point.x()).put("y", point.y()));
        return list;
    }
}
