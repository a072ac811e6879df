// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.body.PathBodies;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import io.github.camelbackgroundcut.options.OptionChecks;
import io.github.camelbackgroundcut.removal.OutputPaths;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Cuts out of a stored file what point hints say. */
final class SegmentProducer extends SingleCallProducer {

    SegmentProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, EffectiveOptions options) throws Exception {
        Message message = exchange.getMessage();
        String input = PathBodies.read(message, BackgroundCutConstants.INPUT_FILE_PATH);
        OptionChecks.requireJpeg(input, "The input path");
        List<Point> foreground = OptionChecks.foregroundPoints(options.configuration());
        if (foreground.isEmpty()) {
            throw new InvalidInputException("No point of the object: set foregroundPoints or the header "
                    + BackgroundCutConstants.FOREGROUND_POINTS);
        }
        Answer.Segmented segmented = pay(() -> options.client()
                .segment(
                        credential(exchange),
                        input,
                        outputPath(options.configuration(), input),
                        foreground,
                        OptionChecks.backgroundPoints(options.configuration())));
        message.setHeader(BackgroundCutConstants.STATUS_CODE, segmented.statusCode());
        message.setHeader(BackgroundCutConstants.INPUT_FILE_PATH, input);
        message.setHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of(segmented.outputFilePath()));
        message.setBody(segmented.outputFilePath());
    }

    private static String outputPath(BackgroundCutConfiguration options, String input) {
        return Optional.ofNullable(options.getOutputFilePath())
                .orElseGet(() -> OutputPaths.spare(
                        FilePaths.folder(input),
                        OutputPaths.fileName(FilePaths.baseName(input), Optional.empty(), OutputFormat.JPEG),
                        input));
    }
}
