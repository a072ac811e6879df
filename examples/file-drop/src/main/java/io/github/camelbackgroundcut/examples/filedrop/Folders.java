// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folders of a file drop.
 *
 * @param inbox where pictures are dropped
 * @param outbox where their cutouts go
 * @param done where a picture goes that has its cutout
 * @param failed where a picture goes that has none, with a text that says why
 */
public record Folders(Path inbox, Path outbox, Path done, Path failed) {

    /** The folders of a file drop in {@code home}, under their usual names. */
    public static Folders in(Path home) {
        return new Folders(home.resolve("inbox"), home.resolve("outbox"), home.resolve("done"), home.resolve("failed"));
    }

    /** As settings of the file drop. */
    public Map<String, String> properties() {
        return Map.of(
                "filedrop.inbox", inbox.toString(),
                "filedrop.outbox", outbox.toString(),
                "filedrop.done", done.toString(),
                "filedrop.failed", failed.toString());
    }
}
