// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of the v3 API as the vendor's integration guide has them, where files have paths: URL paths, field names, the
 * shape of answers. The only place that knows them, so that another dialect is another class.
 */
final class V3Dialect {

    static final String TOKEN = "/v3/auth/access-token/";
    static final String UPLOAD = "/v3/file-ops/upload/";
    static final String PROCESS = "/v3/tools/ai/remove-bg/process/";
    static final String SEGMENT = "/v3/tools/ai/ai-cut/segment/";
    static final String USAGE = "/v3/file-ops/usage/";
    static final String FILES = "/v3/files/";

    /** Of the calls that name no file in their URL. */
    static final List<String> FIXED_PATHS = List.of(TOKEN, UPLOAD, PROCESS, SEGMENT, USAGE);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    RequestBody uploadBody(String uploadPath, List<UploadFile> files) {
        return new RequestBody.Multipart(List.of(new RequestBody.Field("upload_path", uploadPath)), "files", files);
    }

    JsonNode processBody(String inputFilePath, List<OutputVariant> variants) {
        ObjectNode body = JSON.objectNode().put("input_file_path", inputFilePath);
        ArrayNode list = body.putArray("output_variants");
        for (OutputVariant variant : variants) {
            VariantSettings settings = variant.settings();
            ObjectNode node = list.addObject()
                    .put("output_file_path", variant.outputFilePath())
                    .put("format", settings.format().apiName())
                    .put("max_resolution", settings.maxResolution())
                    .put("quality", settings.quality().apiName())
                    .put("output_compression", settings.outputCompression())
                    .put("autocrop", settings.autocrop());
            settings.backgroundColor().ifPresent(color -> node.put("background_color", color));
        }
        return body;
    }

    JsonNode tokenBody(List<String> paths, int expiresIn) {
        ObjectNode body = JSON.objectNode();
        ArrayNode list = body.putArray("paths");
        paths.forEach(list::add);
        return body.put("expires_in", expiresIn);
    }

    JsonNode segmentBody(
            String inputFilePath, String outputFilePath, List<Point> foregroundPoints, List<Point> backgroundPoints) {
        ObjectNode body =
                JSON.objectNode().put("input_file_path", inputFilePath).put("output_file_path", outputFilePath);
        body.set("foreground_points", points(foregroundPoints));
        body.set("background_points", points(backgroundPoints));
        return body;
    }

    Optional<List<String>> uploadedPaths(JsonNode answer) {
        return strings(answer.path("file_paths"));
    }

    Optional<List<String>> outputPaths(JsonNode answer) {
        return strings(answer.path("output_file_paths"));
    }

    Optional<String> segmentedPath(JsonNode answer) {
        return string(answer.path("output_file_path"));
    }

    Optional<String> accessToken(JsonNode answer) {
        return string(answer.path("access_token"));
    }

    private static ArrayNode points(List<Point> points) {
        ArrayNode list = JSON.arrayNode();
        points.forEach(point -> list.addObject().put("x", point.x()).put("y", point.y()));
        return list;
    }

    private static Optional<List<String>> strings(JsonNode array) {
        if (!array.isArray()) {
            return Optional.empty();
        }
        List<String> strings = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            Optional<String> string = string(element);
            if (string.isEmpty()) {
                return Optional.empty();
            }
            strings.add(string.get());
        }
        return Optional.of(strings);
    }

    private static Optional<String> string(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : Optional.empty();
    }
}
