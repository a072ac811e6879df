// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.body.ImageSource;
import io.github.camelbackgroundcut.call.Steps;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Stores the image, or the images of a list: in one call, or in as many as the API needs for them. */
final class UploadProducer extends BackgroundCutProducer {

    UploadProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Steps steps(Exchange exchange, EffectiveOptions options, Instant since) throws Exception {
        boolean list = ImageBodies.isList(exchange.getMessage().getBody());
        List<UploadFile> files = ImageBodies.all(exchange).stream()
                .map(ImageSource::toUploadFile)
                .toList();
        List<String> paths = new ArrayList<>();
        return () -> {
            Answer.Uploaded uploaded = options.client()
                    .upload(
                            credential(exchange),
                            options.configuration().getUploadPath(),
                            // A call that is repeated goes on with what isn't stored yet.
                            files.subList(paths.size(), files.size()));
            paths.addAll(uploaded.filePaths());
            exchange.getMessage().setHeader(BackgroundCutConstants.STATUS_CODE, uploaded.statusCode());
            if (paths.size() < files.size()) {
                return Steps.Next.CALL;
            }
            setResult(exchange.getMessage(), list, paths);
            return Steps.Next.DONE;
        };
    }

    private static void setResult(Message message, boolean list, List<String> paths) {
        if (list) {
            // One header can't name several: a stale one would be taken for the path of each.
            message.removeHeader(BackgroundCutConstants.INPUT_FILE_PATH);
            message.setBody(List.copyOf(paths));
        } else {
            message.setHeader(BackgroundCutConstants.INPUT_FILE_PATH, paths.get(0));
            message.setBody(paths.get(0));
        }
    }
}
