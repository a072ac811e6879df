// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import io.github.camelbackgroundcut.emulator.picture.metadata.PictureMetadata;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Decodes picture files. Size and completeness are checked on the file's structure first, so that bad input costs no
 * memory to speak of.
 *
 * <p>Pictures are turned as their EXIF orientation says, and their colours become sRGB if a profile says what they are. The
 * alpha channel of PNG and WebP is kept beside the colours. 16 bits a channel become 8.
 */
public final class PictureReader {

    /** Fewer pixels a side, and there is no room for an object and a backdrop. */
    static final int MIN_SIDE = 16;

    /** A picture that is longer than this many times its width shrinks to nothing at the engine's working size. */
    static final int MAX_ASPECT_RATIO = 20;

    private final long maxPixels;

    /** @param maxPixels the most pixels (width × height) that are decoded */
    public PictureReader(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * Reads a PNG, JPEG or WebP file; its name does not matter.
     *
     * @return the upright picture, to be closed by the caller
     * @throws UnusablePictureException if the file is not a picture of these formats, too large, too small, too thin,
     *                                  truncated or broken
     */
    public Picture read(Path file) throws UnusablePictureException, IOException {
        return read(file, Long.MAX_VALUE);
    }

    /**
     * The same for outputs that are smaller than the picture: a JPEG is then decoded at a half, a quarter or an eighth of
     * its width and height, which skips most of the decoder's work and all later work on pixels that nobody sees. What is
     * refused depends on the full size.
     *
     * @param neededPixels the fewest pixels that the decoded picture must keep, if the file has as many
     */
    public Picture read(Path file, long neededPixels) throws UnusablePictureException, IOException {
        PictureHeader header;
        PictureMetadata metadata;
        try (FileBytes bytes = new FileBytes(file)) {
            header = PictureHeader.read(bytes);
            requireUsableSize(header);
            metadata = PictureHeader.readMetadata(header.format(), bytes);
        }
        OpenCvLibrary.load();
        return new PictureDecoder(file, header, metadata).decode(JpegReduction.of(header, neededPixels));
    }

    private void requireUsableSize(PictureHeader header) throws UnusablePictureException {
        String size = header.width() + " x " + header.height() + " pixels";
        if (header.pixels() > maxPixels) {
            throw new UnusablePictureException(
                    "The picture is too large: %s, more than the %d allowed in total".formatted(size, maxPixels));
        }
        int shortSide = Math.min(header.width(), header.height());
        int longSide = Math.max(header.width(), header.height());
        if (shortSide < MIN_SIDE) {
            throw new UnusablePictureException(
                    "The picture is too small: %s, each side needs at least %d".formatted(size, MIN_SIDE));
        }
        if (longSide > (long) shortSide * MAX_ASPECT_RATIO) {
            throw new UnusablePictureException(
                    "The picture is too thin: %s, the long side may be at most %d times the short one"
                            .formatted(size, MAX_ASPECT_RATIO));
        }
    }
}
