// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import io.github.camelbackgroundcut.emulator.picture.metadata.PictureMetadata;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * The first bytes of a picture file, read without decoding it: so a picture that is too large is refused before
 * any memory is taken for it.
 *
 * @param format the format, by the file's signature and never by its name
 * @param width  pixels as stored, before any EXIF rotation
 * @param height pixels as stored, before any EXIF rotation
 */
public record PictureHeader(PictureFormat format, int width, int height) {

    private static final int SIGNATURE_LENGTH = 12;
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis");

    /** Width times height, without overflow. */
    public long pixels() {
        return (long) width * height;
    }

    /**
     * Reads the header of a PNG (IHDR), JPEG (SOF) or WebP (VP8, VP8L or VP8X) file.
     *
     * @throws UnusablePictureException if the file is of no such format, or its header makes no sense
     */
    public static PictureHeader read(Path file) throws UnusablePictureException, IOException {
        try (FileBytes bytes = new FileBytes(file)) {
            return read(bytes);
        }
    }

    static PictureHeader read(FileBytes bytes) throws UnusablePictureException, IOException {
        if (bytes.length() == 0) {
            throw new UnusablePictureException("The file is empty");
        }
        byte[] signature = bytes.first(SIGNATURE_LENGTH);
        PictureFormat format = PictureFormat.detect(signature).orElseThrow(() -> unknown(signature));
        bytes.seek(0);
        try {
            PictureHeader header = switch (format) {
                case PNG -> PngFile.readHeader(bytes);
                case JPEG -> JpegFile.readHeader(bytes);
                case WEBP -> WebpFile.readHeader(bytes);
            };
            if (header.width < 1 || header.height < 1) {
                throw new UnusablePictureException("The %s picture says that it is %d x %d pixels large"
                        .formatted(format, header.width, header.height));
            }
            return header;
        } catch (EOFException e) {
            throw truncated(format, e);
        }
    }

    /**
     * Walks through the file's structure: PNG and WebP up to their end, as decoders quietly fill up what is missing; JPEG,
     * whose end is no part of its structure, up to its pixels.
     */
    static PictureMetadata readMetadata(PictureFormat format, FileBytes bytes)
            throws UnusablePictureException, IOException {
        bytes.seek(0);
        try {
            return switch (format) {
                case PNG -> PngFile.readMetadata(bytes);
                case JPEG -> JpegFile.readMetadata(bytes);
                case WEBP -> WebpFile.readMetadata(bytes);
            };
        } catch (EOFException e) {
            throw truncated(format, e);
        }
    }

    private static UnusablePictureException unknown(byte[] signature) {
        String text = new String(signature, StandardCharsets.ISO_8859_1);
        boolean isHeic = text.startsWith("ftyp", 4) && HEIC_BRANDS.contains(text.substring(8));
        return new UnusablePictureException(
                isHeic
                        ? "The file is a HEIC or AVIF picture, which is not supported: send PNG, JPEG or WebP"
                        : "The file is not a PNG, JPEG or WebP picture");
    }

    private static UnusablePictureException truncated(PictureFormat format, EOFException cause) {
        return new UnusablePictureException(
                "The %s picture is truncated: its end is missing. Was the upload interrupted?".formatted(format),
                cause);
    }
}
