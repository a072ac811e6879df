// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one picture.
 *
 * @param picture its file name in the inbox
 * @param bytes its length
 * @param cutout its cutout; empty if there is none
 * @param time how long the cutting out took: upload, process and download
 * @param failure why there is no cutout; empty if there is one
 */
public record PictureResult(
        String picture, long bytes, Optional<Path> cutout, Duration time, Optional<String> failure) {}
