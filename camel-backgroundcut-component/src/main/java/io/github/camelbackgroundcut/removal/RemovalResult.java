// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.body.ImageSource;
import io.github.camelbackgroundcut.body.PictureHeaders;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The result of {@code removeBackground}: {@code shoes/mug.png} for {@code shoes/mug.jpg}, so that a file endpoint writes
 * it there.
 *
 * @param uploaded whether the picture was uploaded
 */
record RemovalResult(List<Cutout> cutouts, boolean uploaded) {

    static RemovalResult of(Message input, ImageSource image, RemovalPlan plan, RemovalProgress progress) {
        return new RemovalResult(
                plan.results().stream()
                        .map(result -> cutout(result, name(input, image, result.variant()), plan, progress))
                        .toList(),
                progress.inputFilePath().isPresent());
    }

    /** Of a result, with the input's folders. */
    static String name(Message input, ImageSource image, NamedVariant variant) {
        String inputName = Objects.requireNonNullElse(input.getHeader(Exchange.FILE_NAME, String.class), "");
        return FilePaths.folder(inputName.replace('\\', '/'))
                + OutputPaths.fileName(
                        FilePaths.baseName(image.fileName()),
                        variant.name(),
                        variant.settings().format());
    }

    /** Makes it the message's body, and its headers true. */
    void setOn(Message message) {
        if (!uploaded) {
            // The existing header names another picture.
            message.removeHeader(BackgroundCutConstants.INPUT_FILE_PATH);
        }
        message.setHeader(
                BackgroundCutConstants.OUTPUT_FILE_PATHS,
                cutouts.stream().map(Cutout::path).toList());
        if (cutouts.size() > 1) {
            PictureHeaders.setForSeveral(message);
            message.setBody(cutouts);
        } else {
            Cutout cutout = cutouts.get(0);
            PictureHeaders.set(message, cutout.fileName(), cutout.mediaType(), cutout.length());
            message.setBody(cutout.content());
        }
    }

    private static Cutout cutout(RemovalPlan.Result result, String name, RemovalPlan plan, RemovalProgress progress) {
        int place = result.output();
        NamedVariant variant = result.variant();
        return new Cutout(
                variant.name(),
                progress.outputPaths()
                        .getOrDefault(place, plan.outputs().get(place).outputFilePath()),
                name,
                variant.settings().format(),
                progress.bodies().get(place));
    }
}
