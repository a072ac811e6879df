// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.body.ImageCaches;
import io.github.camelbackgroundcut.body.ImageSource;
import io.github.camelbackgroundcut.body.ImageTypes;
import io.github.camelbackgroundcut.call.ChargeLimit;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The calls that {@code removeBackground} is made of, with one credential for all. */
final class RemovalCalls implements AutoCloseable {

    private final BackgroundCutClient client;
    private final Credential credential;
    private final ChargeLimit limit;

    /** For the process call; taken before the upload, which would be in vain without it. */
    private Optional<ChargeLimit.Place> place = Optional.empty();

    RemovalCalls(BackgroundCutClient client, Credential credential, ChargeLimit limit) {
        this.client = client;
        this.credential = credential;
        this.limit = limit;
    }

    /** The path on the service. */
    String upload(ImageSource image, String folder) throws Exception {
        reserve();
        return client.upload(credential, folder, List.of(image.toUploadFile()))
                .filePaths()
                .get(0);
    }

    /** The results' paths, in the order of the outputs. */
    List<String> process(String input, List<OutputVariant> outputs) throws Exception {
        return reserve().pay(() -> client.process(credential, input, outputs).outputFilePaths());
    }

    /**
     * A result, whole.
     *
     * @param mediaType the required media type
     */
    ImageBody download(String path, String mediaType, Exchange exchange) throws Exception {
        try (Download download = client.download(credential, path)) {
            exchange.getMessage().setHeader(BackgroundCutConstants.STATUS_CODE, download.statusCode());
            ImageBody content = ImageCaches.read(download.content(), download.contentLength(), exchange);
            if (!ImageTypes.of(content).equals(Optional.of(mediaType))) {
                throw download.invalid("The answer is not the requested " + mediaType + ".");
            }
            return content;
        }
    }

    /** Frees reservations that were not used. */
    @Override
    public void close() {
        place.ifPresent(ChargeLimit.Place::close);
    }

    private ChargeLimit.Place reserve() {
        place = place.filter(reserved -> !reserved.isEnded()).or(() -> Optional.of(limit.reserve()));
        return place.get();
    }
}
