// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sends the calls of a service and reads its answers, whatever dialect they are in. */
public final class ApiCalls {

    /** Answers are short lists of paths: what is larger isn't one. */
    private static final int MAX_JSON_BYTES = 1024 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final RequestBody NO_BODY = new RequestBody.None();

    private final Transport transport;
    private final String baseUrl;
    private final Timeouts timeouts;

    ApiCalls(Transport transport, URI baseUrl, Timeouts timeouts) {
        this(transport, baseUrl.toString().replaceAll("/+$", ""), timeouts);
    }

    private ApiCalls(Transport transport, String baseUrl, Timeouts timeouts) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.baseUrl = baseUrl;
        this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
    }

    ApiCalls withTimeouts(Timeouts other) {
        return other.equals(timeouts) ? this : new ApiCalls(transport, baseUrl, other);
    }

    /** The service's address, without a slash at its end. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Whether the service itself is spoken to without TLS. */
    public boolean isPlain() {
        return baseUrl.regionMatches(true, 0, "http:", 0, 5);
    }

    /** Sends JSON, and reads an answer in JSON. */
    public JsonAnswer post(ApiCall call, String path, Credential credential, JsonNode body)
            throws BackgroundCutException, IOException {
        return post(call, path, credential, new RequestBody.Json(body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a body, and reads an answer in JSON. */
    public JsonAnswer post(ApiCall call, String path, Credential credential, RequestBody body)
            throws BackgroundCutException, IOException {
        Duration timeout = call == ApiCall.PROCESS ? timeouts.process() : timeouts.response();
        return send(new ApiRequest(call, "POST", URI.create(baseUrl + path), credential, body, timeout));
    }

    /** Asks for an answer in JSON. */
    public JsonAnswer get(ApiCall call, String path, Credential credential) throws BackgroundCutException, IOException {
        return send(new ApiRequest(call, "GET", URI.create(baseUrl + path), credential, NO_BODY, timeouts.response()));
    }

    /** Opens a file of the service. */
    public Download download(String path, Credential credential) throws BackgroundCutException, IOException {
        return open(new ApiRequest(
                ApiCall.DOWNLOAD, "GET", URI.create(baseUrl + path), credential, NO_BODY, timeouts.response()));
    }

    /** Opens a file of a storage, which sees no credential. */
    public Download fetch(PublicUrl url) throws BackgroundCutException, IOException {
        return open(ApiRequest.fetch(url, timeouts.response()));
    }

    private Download open(ApiRequest request) throws BackgroundCutException, IOException {
        return new Download(request, transport.send(request));
    }

    private JsonAnswer send(ApiRequest request) throws BackgroundCutException, IOException {
        try (ApiResponse response = transport.send(request)) {
            byte[] bytes = response.body().readNBytes(MAX_JSON_BYTES + 1);
            JsonAnswer answer = new JsonAnswer(request, response.statusCode(), bytes, MissingNode.getInstance());
            if (bytes.length > MAX_JSON_BYTES) {
                throw answer.invalid("The answer has more than " + MAX_JSON_BYTES + " bytes.");
            }
            JsonNode json;
            try {
                json = MAPPER.readTree(bytes);
            } catch (IOException e) {
                // Not the network's: the bytes are here, and no JSON, perhaps not even text.
                throw answer.invalid("The answer is not JSON.");
            }
            if (json == null || !json.isObject()) {
                throw answer.invalid("The answer is not a JSON object.");
            }
            return new JsonAnswer(request, response.statusCode(), bytes, json);
        }
    }

    /** An answer in JSON: an object. */
    public static final class JsonAnswer {

        private final ApiRequest request;
        private final int statusCode;
        private final byte[] bytes;
        private final JsonNode json;

        private JsonAnswer(ApiRequest request, int statusCode, byte[] bytes, JsonNode json) {
            this.request = request;
            this.statusCode = statusCode;
            this.bytes = bytes;
            this.json = json;
        }

        public int statusCode() {
            return statusCode;
        }

        public JsonNode json() {
            return json;
        }

        /** A field with text in it. */
        public String text(String field) throws InvalidAnswerException {
            return text(json.path(field)).orElseThrow(() -> lacks(field));
        }

        /** A field with paths in it, one for each folder that the path has to lie in. */
        public List<String> paths(String field, List<String> folders) throws InvalidAnswerException {
            List<String> paths = texts(json.path(field)).orElseThrow(() -> lacks(field));
            if (paths.size() != folders.size()) {
                throw invalid("The answer has " + paths.size() + " entries in '" + field + "' instead of "
                        + folders.size() + ".");
            }
            for (int i = 0; i < paths.size(); i++) {
                requireInside(paths.get(i), folders.get(i));
            }
            return paths;
        }

        /** A field with a path in it, which has to lie in a folder. */
        public String path(String field, String folder) throws InvalidAnswerException {
            String path = text(field);
            requireInside(path, folder);
            return path;
        }

        /** The error for an answer without the field that the call is made for. */
        public InvalidAnswerException lacks(String field) {
            return InvalidAnswerException.lacking(request, statusCode, excerpt(), field);
        }

        /** The error for an answer that can't be used. */
        public InvalidAnswerException invalid(String reason) {
            return InvalidAnswerException.of(request, statusCode, excerpt(), reason);
        }

        /** A path elsewhere would be somebody else's file. */
        private void requireInside(String path, String folder) throws InvalidAnswerException {
            if (!FilePaths.isValid(path) || !path.startsWith(folder)) {
                throw invalid("The answer names a path that lies outside of what was asked for.");
            }
        }

        /** A secret is one even in an answer that can't be used. */
        private String excerpt() {
            return request.call().answersSecret()
                    ? ""
                    : new String(bytes, 0, Math.min(bytes.length, 4 * ErrorAnswer.MAX_BODY), StandardCharsets.UTF_8);
        }

        private static Optional<List<String>> texts(JsonNode array) {
            if (!array.isArray()) {
                return Optional.empty();
            }
            List<String> texts = new ArrayList<>(array.size());
            for (JsonNode element : array) {
                Optional<String> text = text(element);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                texts.add(text.get());
            }
            return Optional.of(texts);
        }

        private static Optional<String> text(JsonNode node) {
            return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : Optional.empty();
        }
    }
}
