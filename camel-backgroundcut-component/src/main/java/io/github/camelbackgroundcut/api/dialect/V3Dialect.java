// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.dialect;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.ApiCalls;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.io.IOException;
import java.util.List;

/**
 * The v3 API as a version of it words the calls about files. What a file is named by is a path for all callers, also where
 * the API calls it a key. Safe for use by several threads.
 */
public interface V3Dialect {

    /** As it is shown to users. */
    String name();

    /** Stores files: as many from the front of the list as the API takes in one call. */
    Answer.Uploaded upload(ApiCalls calls, Credential credential, String uploadPath, List<UploadFile> files)
            throws BackgroundCutException, IOException;

    /** Removes the background of a stored file and stores the results. Paid. */
    Answer.Processed process(ApiCalls calls, Credential credential, String inputFilePath, List<OutputVariant> variants)
            throws BackgroundCutException, IOException;

    /** Cuts out of a stored file what the points say. Paid. */
    Answer.Segmented segment(
            ApiCalls calls,
            Credential credential,
            String inputFilePath,
            String outputFilePath,
            List<Point> foregroundPoints,
            List<Point> backgroundPoints)
            throws BackgroundCutException, IOException;

    /** Opens a stored file. */
    Download download(ApiCalls calls, Credential credential, String path) throws BackgroundCutException, IOException;

    /**
     * Asks for an address of a stored file that needs no credential.
     *
     * @throws InvalidInputException if the dialect has none
     */
    Answer.Published publicUrl(ApiCalls calls, Credential credential, String path)
            throws BackgroundCutException, IOException;
}
