// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service as far as paths go: what is uploaded and processed can be fetched, at the path that was asked for, and each
 * process call charges its outputs. Faults are stubs before it.
 */
public final class StoredPictures implements ResponseDefinitionTransformerV2 {

    /** The name for {@code withTransformers}. */
    public static final String NAME = "stored-pictures";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern FORM =
            Pattern.compile("name=\"upload_path\"\\s+(\\S+)\\s.*filename=\"([^\"]*)\"", Pattern.DOTALL);

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Integer> charges = new ConcurrentHashMap<>();

    /** How often each output was paid for. */
    public Map<String, Integer> charges() {
        return charges;
    }

    /** The stored files, by path. */
    public Map<String, byte[]> files() {
        return files;
    }

    public void clear() {
        files.clear();
        charges.clear();
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        ResponseDefinitionBuilder answer = ResponseDefinitionBuilder.like(event.getResponseDefinition());
        String path = URI.create(request.getUrl()).getPath();
        if (path.equals(StubbedService.UPLOAD)) {
            return answer.withBody(json("file_paths", List.of(upload(request.getBodyAsString()))))
                    .build();
        }
        if (path.equals(StubbedService.PROCESS)) {
            return answer.withBody(json("output_file_paths", process(request.getBody())))
                    .build();
        }
        byte[] file = files.get(path.substring(StubbedService.FILES.length()));
        return file == null
                ? answer.withStatus(404)
                        .withBody("{\"detail\": \"No such file\"}")
                        .build()
                : answer.withBody(file).build();
    }

    private String upload(String form) {
        Matcher matcher = FORM.matcher(form);
        if (!matcher.find()) {
            throw new IllegalStateException("Not an upload: " + form);
        }
        String path = matcher.group(1) + '/' + matcher.group(2);
        files.put(path, new byte[] {1});
        return path;
    }

    private List<String> process(byte[] body) {
        try {
            List<String> paths = new ArrayList<>();
            for (JsonNode variant : MAPPER.readTree(body).get("output_variants")) {
                String path = variant.get("output_file_path").asText();
                files.put(path, picture(variant.get("format").asText()));
                charges.merge(path, 1, Integer::sum);
                paths.add(path);
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture(String format) {
        return switch (format) {
            case "jpeg" -> Pictures.jpeg(16, 16);
            case "webp" -> Pictures.webpHead();
            default -> Pictures.png(16, 16);
        };
    }

    private static String json(String field, List<String> paths) {
        return MAPPER.createObjectNode().set(field, MAPPER.valueToTree(paths)).toString();
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
