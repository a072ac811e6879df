// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import java.nio.file.Path;

/**
 * The folders of a client, for pictures and for results.
 *
 * @param warmUpInbox the pictures to get warm with
 * @param warmUpPictures their number
 * @param inbox the pictures that are measured
 * @param pictures their number
 * @param outbox the folder for the results of both
 */
record PictureFolders(Path warmUpInbox, int warmUpPictures, Path inbox, int pictures, Path outbox) {

    static PictureFolders of(Arguments arguments) {
        return new PictureFolders(
                arguments.path("warmUpInbox"),
                arguments.count("warmUpPictures"),
                arguments.path("inbox"),
                arguments.count("pictures"),
                arguments.path("outbox"));
    }
}
