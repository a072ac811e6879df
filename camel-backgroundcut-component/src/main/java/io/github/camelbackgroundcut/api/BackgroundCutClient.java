// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The BackgroundCut v3 API. Each method is one call, sent once; it blocks until the answer is there.
 *
 * <pre>{@code
 * var client = new BackgroundCutClient(transport, URI.create("https://api.backgroundcut.co"), timeouts);
 * var key = Credential.apiKey("…");
 * String input = client.upload(key, "my-project", List.of(file)).filePaths().get(0);
 * client.process(key, input, List.of(new OutputVariant("my-project/mug.png", settings)));
 * try (Download mug = client.download(key, "my-project/mug.png")) {
 *     Files.copy(mug.content(), Path.of("mug.png"));
 * }
 * }</pre>
 *
 * <p>All methods throw {@link BackgroundCutException} when the service refused or its answer can't be used, and
 * {@link BackgroundCutTransportException} when no whole answer came. Safe for use by several threads.
 */
public final class BackgroundCutClient {

    /** Answers are short lists of paths: what is larger isn't one. */
    private static final int MAX_JSON_BYTES = 1024 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final RequestBody NO_BODY = new RequestBody.None();

    private final Transport transport;
    private final String baseUrl;
    /** Of the calls whose path is always the same, by it, so that it isn't read anew for each. */
    private final Map<String, URI> fixedUris;

    private final Timeouts timeouts;
    private final V3Dialect dialect = new V3Dialect();
    private final Clock clock = Clock.systemUTC();

    /**
     * @param baseUrl scheme, host and, if need be, port and a path; a slash at its end makes no difference
     */
    public BackgroundCutClient(Transport transport, URI baseUrl, Timeouts timeouts) {
        this(transport, baseUrl.toString().replaceAll("/+$", ""), timeouts);
    }

    private BackgroundCutClient(Transport transport, String baseUrl, Timeouts timeouts) {
        this(transport, baseUrl, fixedUris(baseUrl), timeouts);
    }

    private BackgroundCutClient(Transport transport, String baseUrl, Map<String, URI> fixedUris, Timeouts timeouts) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.baseUrl = baseUrl;
        this.fixedUris = fixedUris;
        this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
    }

    private static Map<String, URI> fixedUris(String baseUrl) {
        return V3Dialect.FIXED_PATHS.stream()
                .collect(Collectors.toUnmodifiableMap(path -> path, path -> URI.create(baseUrl + path)));
    }

    /** A client for the same service with other timeouts. */
    public BackgroundCutClient withTimeouts(Timeouts other) {
        return other.equals(timeouts) ? this : new BackgroundCutClient(transport, baseUrl, fixedUris, other);
    }

    /**
     * Stores files.
     *
     * @param uploadPath the folder on the service
     */
    public Answer.Uploaded upload(Credential credential, String uploadPath, List<UploadFile> files)
            throws BackgroundCutException, IOException {
        FilePaths.requireValid(uploadPath, "upload path");
        ApiRequest request = post(
                ApiCall.UPLOAD,
                V3Dialect.UPLOAD,
                credential,
                dialect.uploadBody(uploadPath, files),
                timeouts.response());
        JsonAnswer answer = sendForJson(request);
        List<String> paths = answer.require(dialect.uploadedPaths(answer.json()), "file_paths");
        answer.requireCount(paths, files.size(), "file_paths");
        // The folder is the service's to name, as long as the path can't lead out of its store.
        answer.requireInside(paths, Collections.nCopies(paths.size(), ""));
        return new Answer.Uploaded(answer.statusCode(), paths);
    }

    /** Removes the background of a stored file and stores the results. Paid. */
    public Answer.Processed process(Credential credential, String inputFilePath, List<OutputVariant> variants)
            throws BackgroundCutException, IOException {
        FilePaths.requireValid(inputFilePath, "input path");
        ApiRequest request = post(
                ApiCall.PROCESS,
                V3Dialect.PROCESS,
                credential,
                json(dialect.processBody(inputFilePath, variants)),
                timeouts.process());
        JsonAnswer answer = sendForJson(request);
        List<String> paths = answer.require(dialect.outputPaths(answer.json()), "output_file_paths");
        answer.requireCount(paths, variants.size(), "output_file_paths");
        answer.requireInside(paths, folders(variants));
        return new Answer.Processed(answer.statusCode(), paths);
    }

    /** Opens a stored file. The caller closes it. */
    public Download download(Credential credential, String path) throws BackgroundCutException, IOException {
        FilePaths.requireValid(path, "path");
        ApiRequest request =
                get(ApiCall.DOWNLOAD, V3Dialect.FILES + FilePaths.encode(path), credential, timeouts.response());
        return new Download(request, transport.send(request));
    }

    /**
     * Mints an access token; needs an API key.
     *
     * @param paths glob patterns of the paths that it is valid for
     * @param expiresIn seconds, 1 to 600
     */
    public Answer.Minted mintToken(Credential credential, List<String> paths, int expiresIn)
            throws BackgroundCutException, IOException {
        Instant before = clock.instant();
        ApiRequest request = post(
                ApiCall.TOKEN,
                V3Dialect.TOKEN,
                credential,
                json(dialect.tokenBody(paths, expiresIn)),
                timeouts.response());
        JsonAnswer answer = sendForJson(request);
        String token = answer.require(dialect.accessToken(answer.json()), "access_token");
        return new Answer.Minted(answer.statusCode(), token, before.plusSeconds(expiresIn));
    }

    /**
     * Cuts out what the points say.
     *
     * @param foregroundPoints all points so far that belong to the object
     * @param backgroundPoints all points so far that don't
     */
    public Answer.Segmented segment(
            Credential credential,
            String inputFilePath,
            String outputFilePath,
            List<Point> foregroundPoints,
            List<Point> backgroundPoints)
            throws BackgroundCutException, IOException {
        FilePaths.requireValid(inputFilePath, "input path");
        FilePaths.requireValid(outputFilePath, "output path");
        ApiRequest request = post(
                ApiCall.SEGMENT,
                V3Dialect.SEGMENT,
                credential,
                json(dialect.segmentBody(inputFilePath, outputFilePath, foregroundPoints, backgroundPoints)),
                timeouts.response());
        JsonAnswer answer = sendForJson(request);
        String path = answer.require(dialect.segmentedPath(answer.json()), "output_file_path");
        answer.requireInside(List.of(path), List.of(FilePaths.folder(outputFilePath)));
        return new Answer.Segmented(answer.statusCode(), path);
    }

    /** How much storage is used. */
    public Answer.Usage usage(Credential credential) throws BackgroundCutException, IOException {
        JsonAnswer answer = sendForJson(get(ApiCall.USAGE, V3Dialect.USAGE, credential, timeouts.response()));
        Map<String, Object> fields = MAPPER.convertValue(answer.json(), new TypeReference<Map<String, Object>>() {});
        return new Answer.Usage(answer.statusCode(), fields);
    }

    private ApiRequest get(ApiCall call, String path, Credential credential, Duration timeout) {
        return new ApiRequest(call, "GET", uri(path), credential, NO_BODY, timeout);
    }

    private ApiRequest post(ApiCall call, String path, Credential credential, RequestBody body, Duration timeout) {
        return new ApiRequest(call, "POST", uri(path), credential, body, timeout);
    }

    private URI uri(String path) {
        URI fixed = fixedUris.get(path);
        return fixed == null ? URI.create(baseUrl + path) : fixed;
    }

    private static List<String> folders(List<OutputVariant> variants) {
        List<String> folders = new ArrayList<>(variants.size());
        for (OutputVariant variant : variants) {
            folders.add(FilePaths.folder(variant.outputFilePath()));
        }
        return folders;
    }

    private static RequestBody json(JsonNode body) {
        return new RequestBody.Json(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonAnswer sendForJson(ApiRequest request) throws BackgroundCutException, IOException {
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

    private record JsonAnswer(ApiRequest request, int statusCode, byte[] bytes, JsonNode json) {

        <T> T require(Optional<T> value, String field) throws InvalidAnswerException {
            return value.orElseThrow(() -> invalid("The answer lacks '" + field + "', or it is of another type."));
        }

        void requireCount(List<String> paths, int count, String field) throws InvalidAnswerException {
            if (paths.size() != count) {
                throw invalid(
                        "The answer has " + paths.size() + " entries in '" + field + "' instead of " + count + ".");
            }
        }

        /** A path elsewhere would be somebody else's file. */
        void requireInside(List<String> paths, List<String> folders) throws InvalidAnswerException {
            for (int i = 0; i < paths.size(); i++) {
                String path = paths.get(i);
                if (!FilePaths.isValid(path) || !path.startsWith(folders.get(i))) {
                    throw invalid("The answer names a path that lies outside of what was asked for.");
                }
            }
        }

        InvalidAnswerException invalid(String reason) {
            // A token is a secret even in an answer that can't be used.
            String excerpt = request.call() == ApiCall.TOKEN
                    ? ""
                    : new String(bytes, 0, Math.min(bytes.length, 4 * ErrorAnswer.MAX_BODY), StandardCharsets.UTF_8);
            return InvalidAnswerException.of(request, statusCode, excerpt, reason);
        }
    }
}
