// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same picture from 8 messages at the same moment, in one process. */
class MemoryTwinsIT {

    @TempDir
    private Path folder;

    @Test
    void onePaysAndAllGetItsResult() throws Exception {
        new TwinsRun(folder, 1, 0, Dialect.BOTH).eachPictureIsPaidOnce("memory");
    }
}
