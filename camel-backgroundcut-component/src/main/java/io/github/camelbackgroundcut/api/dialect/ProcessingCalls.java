// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.ApiCalls;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import java.io.IOException;
import java.util.List;

/**
 * The calls that process pictures. The dialects differ only in the names of their fields.
 *
 * @param input the field of the file to process
 * @param output the field of a result's place, also in the answer to segment
 * @param outputs the field of the results in the answer to process
 */
record ProcessingCalls(String input, String output, String outputs) {

    private static final String PROCESS = "/v3/tools/ai/remove-bg/process/";
    private static final String SEGMENT = "/v3/tools/ai/ai-cut/segment/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Answer.Processed process(ApiCalls calls, Credential credential, String inputFile, List<OutputVariant> variants)
            throws BackgroundCutException, IOException {
        ApiCalls.JsonAnswer answer = calls.post(ApiCall.PROCESS, PROCESS, credential, processBody(inputFile, variants));
        return new Answer.Processed(answer.statusCode(), answer.paths(outputs, folders(variants)));
    }

    Answer.Segmented segment(
            ApiCalls calls,
            Credential credential,
            String inputFile,
            String outputFile,
            List<Point> foregroundPoints,
            List<Point> backgroundPoints)
            throws BackgroundCutException, IOException {
        ObjectNode body = JSON.objectNode().put(input, inputFile).put(output, outputFile);
        body.set("foreground_points", points(foregroundPoints));
        body.set("background_points", points(backgroundPoints));
        ApiCalls.JsonAnswer answer = calls.post(ApiCall.SEGMENT, SEGMENT, credential, body);
        return new Answer.Segmented(answer.statusCode(), answer.path(output, FilePaths.folder(outputFile)));
    }

    private JsonNode processBody(String inputFile, List<OutputVariant> variants) {
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

    /** The folders that the results must be in. */
    private static List<String> folders(List<OutputVariant> variants) {
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
