// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.image.ImageBody;
import io.github.camelbackgroundcut.image.ImageCaches;
import io.github.camelbackgroundcut.image.ImageSource;
import io.github.camelbackgroundcut.image.ImageTypes;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The calls that {@code removeBackground} is made of, with one credential for all. */
record RemovalCalls(BackgroundCutClient client, Credential credential) {

    /** The path on the service. */
    String upload(ImageSource image, String folder) throws Exception {
        return client.upload(credential, folder, List.of(UploadFiles.of(image)))
                .filePaths()
                .get(0);
    }

    /** The results' paths, in the order of the outputs. */
    List<String> process(String input, List<OutputVariant> outputs) throws Exception {
        return client.process(credential, input, outputs).outputFilePaths();
    }

    /**
     * A result, whole.
     *
     * @param mediaType what it has to be
     */
    ImageBody download(String path, String mediaType, Exchange exchange) throws Exception {
        try (Download download = client.download(credential, path)) {
            exchange.getMessage().setHeader(BackgroundCutConstants.STATUS_CODE, download.statusCode());
            ImageBody content = ImageCaches.read(download.content(), download.contentLength(), exchange);
            if (!ImageTypes.of(content).equals(Optional.of(mediaType))) {
                throw download.invalid("The answer is not the " + mediaType + " that was asked for.");
            }
            return content;
        }
    }
}
