// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.body.PathBodies;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import io.github.camelbackgroundcut.removal.OutputPaths;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Removes the background of a stored file. Paid. */
final class ProcessProducer extends SingleCallProducer {

    ProcessProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, EffectiveOptions options) throws Exception {
        Message message = exchange.getMessage();
        String input = PathBodies.read(message, BackgroundCutConstants.INPUT_FILE_PATH);
        List<OutputVariant> outputs =
                OutputPaths.assign(options.variants(), FilePaths.folder(input), FilePaths.baseName(input), input);
        Answer.Processed processed = pay(() -> options.client().process(credential(exchange), input, outputs));
        List<String> paths = processed.outputFilePaths();
        message.setHeader(BackgroundCutConstants.STATUS_CODE, processed.statusCode());
        message.setHeader(BackgroundCutConstants.INPUT_FILE_PATH, input);
        message.setHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, paths);
        message.setBody(paths.size() == 1 ? paths.get(0) : paths);
    }
}
