// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.image.ImageSource;

/** Hands images to the API, which doesn't know messages. */
final class UploadFiles {

    private UploadFiles() {}

    static UploadFile of(ImageSource image) {
        return new UploadFile(image.fileName(), image.mediaType(), image.length(), image::open);
    }
}
