// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.dialect;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.ApiCalls;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.RequestBody;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** The dialect of the vendor's first integration guide: the service names what is uploaded, and hands it out itself. */
final class PathsDialect implements V3Dialect {

    private static final String UPLOAD = "/v3/file-ops/upload/";
    private static final String FILES = "/v3/files/";
    private static final ProcessingCalls PROCESSING =
            new ProcessingCalls("input_file_path", "output_file_path", "output_file_paths");

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public Answer.Uploaded upload(ApiCalls calls, Credential credential, String uploadPath, List<UploadFile> files)
            throws BackgroundCutException, IOException {
        RequestBody form =
                new RequestBody.Multipart(List.of(new RequestBody.Field("upload_path", uploadPath)), "files", files);
        ApiCalls.JsonAnswer answer = calls.post(ApiCall.UPLOAD, UPLOAD, credential, form);
        // The folder is the service's to name, as long as the path can't lead out of its store.
        return new Answer.Uploaded(
                answer.statusCode(), answer.paths("file_paths", Collections.nCopies(files.size(), "")));
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
        return calls.download(FILES + FilePaths.encode(path), credential);
    }

    @Override
    public Answer.Published publicUrl(ApiCalls calls, Credential credential, String path) {
        throw new InvalidInputException("The service at " + calls.baseUrl()
                + " speaks the dialect paths, which has no public URLs: use download instead");
    }
}
