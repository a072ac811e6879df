// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.body.ImageCaches;
import io.github.camelbackgroundcut.body.ImageTypes;
import io.github.camelbackgroundcut.body.PathBodies;
import io.github.camelbackgroundcut.body.PictureHeaders;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Fetches a stored file. */
final class DownloadProducer extends SingleCallProducer {

    DownloadProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, EffectiveOptions options) throws Exception {
        Message message = exchange.getMessage();
        String path = PathBodies.read(message, BackgroundCutConstants.OUTPUT_FILE_PATHS);
        try (Download download = options.client().download(credential(exchange), path)) {
            ImageBody content = ImageCaches.read(download.content(), download.contentLength(), exchange);
            message.setHeader(BackgroundCutConstants.STATUS_CODE, download.statusCode());
            message.setHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of(path));
            PictureHeaders.set(
                    message,
                    path.substring(path.lastIndexOf('/') + 1),
                    ImageTypes.of(content).or(download::contentType).orElse(ImageTypes.UNKNOWN),
                    content.length());
            message.setBody(content);
        }
    }
}
