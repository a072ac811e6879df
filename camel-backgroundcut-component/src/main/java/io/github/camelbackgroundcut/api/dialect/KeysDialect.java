// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.ApiCalls;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.PublicUrl;
import io.github.camelbackgroundcut.api.RequestBody;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The dialect of the vendor's production pages: the caller names what is uploaded, and a storage hands it out, at an address
 * to be asked for.
 */
final class KeysDialect implements V3Dialect {

    private static final String UPLOAD = "/v3/file-ops/upload/";
    private static final String PUBLIC_URL = "/v3/file-ops/get-public-url/";
    private static final ProcessingCalls PROCESSING = new ProcessingCalls("input_key", "output_key", "output_keys");

    @Override
    public String name() {
        return "keys";
    }

    /** The first of the files. */
    @Override
    public Answer.Uploaded upload(ApiCalls calls, Credential credential, String uploadPath, List<UploadFile> files)
            throws BackgroundCutException, IOException {
        requireKeysOfTheirOwn(uploadPath, files);
        UploadFile file = files.get(0);
        String key = key(uploadPath, file);
        RequestBody form = new RequestBody.Multipart(List.of(new RequestBody.Field("key", key)), "file", List.of(file));
        ApiCalls.JsonAnswer answer = calls.post(ApiCall.UPLOAD, UPLOAD, credential, form);
        if (!answer.json().path("success").asBoolean()) {
            throw answer.lacks("success");
        }
        return new Answer.Uploaded(answer.statusCode(), List.of(key));
    }

    @Override
    public Answer.Processed process(
            ApiCalls calls, Credential credential, String inputFilePath, List<OutputVariant> variants)
            throws BackgroundCutException, IOException {
        return PROCESSING.process(calls, credential, inputFilePath, variants);
    }

    @Override
    public Answer.Segmented segment(
            ApiCalls calls,
            Credential credential,
            String inputFilePath,
            String outputFilePath,
            List<Point> foregroundPoints,
            List<Point> backgroundPoints)
            throws BackgroundCutException, IOException {
        return PROCESSING.segment(calls, credential, inputFilePath, outputFilePath, foregroundPoints, backgroundPoints);
    }

    @Override
    public Download download(ApiCalls calls, Credential credential, String path)
            throws BackgroundCutException, IOException {
        return calls.fetch(publicUrl(calls, credential, path).url());
    }

    @Override
    public Answer.Published publicUrl(ApiCalls calls, Credential credential, String path)
            throws BackgroundCutException, IOException {
        ApiCalls.JsonAnswer answer = calls.post(
                ApiCall.PUBLIC_URL,
                PUBLIC_URL,
                credential,
                JsonNodeFactory.instance.objectNode().put("key", path));
        PublicUrl url = PublicUrl.of(answer.text("url"))
                .orElseThrow(() -> answer.invalid("The public URL is not an http or https address."));
        if (!url.isSecure() && !calls.isPlain()) {
            throw answer.invalid("The public URL is plain http, although baseUrl is https.");
        }
        return new Answer.Published(answer.statusCode(), url);
    }

    /** The second would take the place of the first. */
    private static void requireKeysOfTheirOwn(String uploadPath, List<UploadFile> files) {
        Set<String> keys = new HashSet<>();
        for (UploadFile file : files) {
            String key = key(uploadPath, file);
            if (!keys.add(key)) {
                throw new InvalidInputException(
                        "Two files would be stored at " + key + ": give each its own name, or upload them one by one");
            }
        }
    }

    /** With the extension of its kind if it has none, as the service has it where it names the file itself. */
    private static String key(String uploadPath, UploadFile file) {
        String key = uploadPath + '/' + file.fileName();
        return file.fileName().indexOf('.') >= 0
                ? key
                : OutputFormat.fromMediaType(file.mediaType())
                        .map(format -> key + '.' + format.extension())
                        .orElse(key);
    }
}
