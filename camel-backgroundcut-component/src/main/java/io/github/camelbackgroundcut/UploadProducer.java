// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.body.ImageSource;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Stores the image, or the images of a list, in one call. */
final class UploadProducer extends SingleCallProducer {

    UploadProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, EffectiveOptions options) throws Exception {
        Message message = exchange.getMessage();
        boolean list = ImageBodies.isList(message.getBody());
        List<UploadFile> files = ImageBodies.all(exchange).stream()
                .map(ImageSource::toUploadFile)
                .toList();
        Answer.Uploaded uploaded = options.client()
                .upload(credential(exchange), options.configuration().getUploadPath(), files);
        message.setHeader(BackgroundCutConstants.STATUS_CODE, uploaded.statusCode());
        if (list) {
            // One header can't name several: a stale one would be taken for the path of each.
            message.removeHeader(BackgroundCutConstants.INPUT_FILE_PATH);
            message.setBody(uploaded.filePaths());
        } else {
            String path = uploaded.filePaths().get(0);
            message.setHeader(BackgroundCutConstants.INPUT_FILE_PATH, path);
            message.setBody(path);
        }
    }
}
