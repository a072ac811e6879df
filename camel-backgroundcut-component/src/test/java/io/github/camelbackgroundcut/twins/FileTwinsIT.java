// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same picture from 8 messages at the same moment, in a process that is killed and started again. */
class FileTwinsIT {

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrPaidTwiceWhereTheRepositoryIsAFile() throws Exception {
        new TwinsRun(folder, 1, 0.8, Dialect.KEYS)
                .eachPictureIsPaidOnce(folder.resolve("work.txt").toString());
    }
}
