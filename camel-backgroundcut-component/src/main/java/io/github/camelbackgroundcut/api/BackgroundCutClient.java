// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbackgroundcut.api.dialect.Dialects;
import io.github.camelbackgroundcut.api.dialect.V3Dialect;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    private static final String TOKEN = "/v3/auth/access-token/";
    private static final String USAGE = "/v3/file-ops/usage/";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ApiCalls calls;
    private final V3Dialect dialect;
    private final Clock clock = Clock.systemUTC();

    /**
     * A client that finds out which dialect the service speaks.
     *
     * @param baseUrl scheme, host and, if need be, port and a path; a slash at its end makes no difference
     */
    public BackgroundCutClient(Transport transport, URI baseUrl, Timeouts timeouts) {
        this(transport, baseUrl, timeouts, new Dialects().of(DialectChoice.AUTO, baseUrl));
    }

    /**
     * @param baseUrl scheme, host and, if need be, port and a path; a slash at its end makes no difference
     * @param dialect how the service words its calls
     */
    public BackgroundCutClient(Transport transport, URI baseUrl, Timeouts timeouts, V3Dialect dialect) {
        this(new ApiCalls(transport, baseUrl, timeouts), dialect);
    }

    private BackgroundCutClient(ApiCalls calls, V3Dialect dialect) {
        this.calls = calls;
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /** A client for the same service with other timeouts. */
    public BackgroundCutClient withTimeouts(Timeouts other) {
        ApiCalls changed = calls.withTimeouts(other);
        return changed == calls ? this : new BackgroundCutClient(changed, dialect);
    }

    /**
     * Stores files: as many from the front of the list as the API takes in one call. The rest needs more calls.
     *
     * @param uploadPath the folder on the service
     */
    public Answer.Uploaded upload(Credential credential, String uploadPath, List<UploadFile> files)
            throws BackgroundCutException, IOException {
        FilePaths.requireValid(uploadPath, "upload path");
        return dialect.upload(calls, credential, uploadPath, files);
    }

    /** Removes the background of a stored file and stores the results. Paid. */
    public Answer.Processed process(Credential credential, String inputFilePath, List<OutputVariant> variants)
            throws BackgroundCutException, IOException {
        FilePaths.requireValid(inputFilePath, "input path");
        return dialect.process(calls, credential, inputFilePath, variants);
    }

    /** Opens a stored file. The caller closes it. */
    public Download download(Credential credential, String path) throws BackgroundCutException, IOException {
        return dialect.download(calls, credential, FilePaths.requireValid(path, "path"));
    }

    /**
     * Asks for an address at which a stored file can be fetched without a credential, for a short time.
     *
     * @throws InvalidInputException if the service has no such addresses
     */
    public Answer.Published publicUrl(Credential credential, String path) throws BackgroundCutException, IOException {
        return dialect.publicUrl(calls, credential, FilePaths.requireValid(path, "path"));
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
        ObjectNode body = MAPPER.createObjectNode();
        body.set("paths", MAPPER.valueToTree(paths));
        body.put("expires_in", expiresIn);
        ApiCalls.JsonAnswer answer = calls.post(ApiCall.TOKEN, TOKEN, credential, body);
        return new Answer.Minted(answer.statusCode(), answer.text("access_token"), before.plusSeconds(expiresIn));
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
        return dialect.segment(calls, credential, inputFilePath, outputFilePath, foregroundPoints, backgroundPoints);
    }

    /** How much storage is used. */
    public Answer.Usage usage(Credential credential) throws BackgroundCutException, IOException {
        ApiCalls.JsonAnswer answer = calls.get(ApiCall.USAGE, USAGE, credential);
        Map<String, Object> fields = MAPPER.convertValue(answer.json(), new TypeReference<Map<String, Object>>() {});
        return new Answer.Usage(answer.statusCode(), fields);
    }
}
