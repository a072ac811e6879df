// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The media types that the API accepts, detected by names and first bytes. */
public final class ImageTypes {

    /** Of bytes that nothing is known of. */
    public static final String UNKNOWN = "application/octet-stream";

    /** Number of bytes that identify a format. */
    public static final int SIGNATURE_LENGTH = 12;

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final String WEBP = "image/webp";

    private static final Pattern IMAGE_TYPE = Pattern.compile("image/[a-z0-9.+-]+");

    private static final Map<String, String> BY_EXTENSION =
            Map.of("png", PNG, "jpg", JPEG, "jpeg", JPEG, "jpe", JPEG, "webp", WEBP);
    private static final Map<String, String> EXTENSIONS = Map.of(PNG, ".png", JPEG, ".jpg", WEBP, ".webp");

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

    private ImageTypes() {}

    /** The media type of a body, detected by its first bytes. */
    public static Optional<String> of(ImageBody body) throws IOException {
        try (InputStream in = body.open()) {
            return fromFirstBytes(in.readNBytes(SIGNATURE_LENGTH));
        }
    }

    /** The media type of a header, without parameters, if it is an image type. */
    public static Optional<String> fromHeader(String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        // A form's or a stream's type says nothing of the picture in it.
        return IMAGE_TYPE.matcher(type).matches() ? Optional.of(type) : Optional.empty();
    }

    public static Optional<String> fromName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    public static Optional<String> fromFirstBytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    /** The name of a format of phones that the API doesn't accept: an ISO base media file, with its brand in the last four bytes. */
    static Optional<String> refused(byte[] firstBytes) {
        String text = new String(firstBytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("ftyp", 4)) {
            return Optional.empty();
        }
        String brand = text.substring(8);
        if (HEIC_BRANDS.contains(brand)) {
            return Optional.of("HEIC");
        }
        return AVIF_BRANDS.contains(brand) ? Optional.of("AVIF") : Optional.empty();
    }

    /** With its dot; empty for a type that the API doesn't take. */
    public static String extension(String mediaType) {
        return EXTENSIONS.getOrDefault(mediaType, "");
    }
}
