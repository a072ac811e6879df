// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.BackgroundCutException;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.image.ImageBodies;
import io.github.camelbackgroundcut.image.ImageCaches;
import io.github.camelbackgroundcut.image.ImageSource;
import io.github.camelbackgroundcut.image.ImageTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/** The main job in one: upload, process, download. */
final class RemoveBackgroundProducer extends BackgroundCutProducer {

    RemoveBackgroundProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, BackgroundCutConfiguration options) throws Exception {
        ImageSource image = ImageBodies.one(exchange);
        List<NamedVariant> variants = Variants.of(options, exchange.getContext());
        String folder = options.getUploadPath() + '/' + WorkDigest.of(image, variants) + '/';
        List<OutputVariant> outputs = OutputPaths.assign(variants, folder, FilePaths.baseName(image.fileName()), "");

        BackgroundCutClient client = client(options);
        Credential credential = credential(exchange);
        Message message = exchange.getMessage();
        // The input has a folder of its own, or a PNG would be overwritten by its result.
        Answer.Uploaded uploaded = client.upload(credential, folder + "input", List.of(UploadFiles.of(image)));
        String input = uploaded.filePaths().get(0);
        message.setHeader(BackgroundCutConstants.INPUT_FILE_PATH, input);
        Answer.Processed processed = client.process(credential, input, outputs);
        message.setHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, processed.outputFilePaths());

        CutoutNames names = CutoutNames.of(message, image);
        List<Cutout> cutouts = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            NamedVariant variant = variants.get(i);
            String path = processed.outputFilePaths().get(i);
            OutputFormat format = variant.settings().format();
            try (Download download = client.download(credential, path)) {
                message.setHeader(BackgroundCutConstants.STATUS_CODE, download.statusCode());
                cutouts.add(new Cutout(
                        variant.name(), path, names.of(variant), format, content(download, format, exchange)));
            }
        }
        setBody(message, cutouts);
    }

    private static StreamCache content(Download download, OutputFormat format, Exchange exchange)
            throws BackgroundCutException, IOException {
        StreamCache content = ImageCaches.read(download.content(), exchange);
        if (!ImageTypes.of(content).equals(Optional.of(format.mediaType()))) {
            throw download.invalid("The answer is not the " + format.apiName() + " picture that was asked for.");
        }
        return content;
    }

    private static void setBody(Message message, List<Cutout> cutouts) {
        if (cutouts.size() > 1) {
            message.setBody(cutouts);
            return;
        }
        Cutout cutout = cutouts.get(0);
        PictureHeaders.set(message, cutout.fileName(), cutout.mediaType(), cutout.length());
        message.setBody(cutout.content());
    }
}
