// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import io.github.camelbackgroundcut.examples.filedrop.Folders;
import io.github.camelbackgroundcut.examples.filedrop.PictureResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One picture of a demo's report.
 *
 * @param result what became of it
 * @param before the picture, where it lies now
 * @param sizeBefore its pixels and bytes
 * @param sizeAfter the same of its cutout; empty if there is none
 */
record SheetEntry(PictureResult result, Path before, PictureSize sizeBefore, Optional<PictureSize> sizeAfter) {

    static SheetEntry of(PictureResult result, Folders folders) throws IOException {
        Path done = folders.done().resolve(result.picture());
        Path before = Files.exists(done) ? done : folders.failed().resolve(result.picture());
        Optional<PictureSize> after = result.cutout().isPresent()
                ? Optional.of(PictureSize.of(result.cutout().get()))
                : Optional.empty();
        return new SheetEntry(result, before, PictureSize.of(before), after);
    }
}
