// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The three picture formats of the BackgroundCut v3 API. */
public enum PictureFormat {
    PNG("png", "image/png", "png"),
    WEBP("webp", "image/webp", "webp"),
    JPEG("jpg", "image/jpeg", "jpeg");

    private static final String PNG_SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final String JPEG_SIGNATURE = "\u00ff\u00d8\u00ff";

    private final String extension;
    private final String mediaType;
    private final String apiName;

    PictureFormat(String extension, String mediaType, String apiName) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.apiName = apiName;
    }

    /** The usual file name extension without a dot: {@code png}, {@code webp} or {@code jpg}. */
    public String extension() {
        return extension;
    }

    /** The media type, such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** The name in the API's {@code format} field: {@code png}, {@code webp} or {@code jpeg}. */
    public String apiName() {
        return apiName;
    }

    /**
     * Tells a format by its signature.
     *
     * @param firstBytes the first bytes of a file; 12 suffice
     * @return empty if the bytes are of none of the three formats
     */
    public static Optional<PictureFormat> detect(byte[] firstBytes) {
        // One char a byte, so that signatures can be compared as text.
        String start = new String(firstBytes, 0, Math.min(firstBytes.length, 12), StandardCharsets.ISO_8859_1);
        if (start.startsWith(PNG_SIGNATURE)) {
            return Optional.of(PNG);
        }
        if (start.startsWith(JPEG_SIGNATURE)) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    /** Reads the API's name of a format in any case; {@code jpg} means JPEG too. Empty if the name is unknown. */
    public static Optional<PictureFormat> fromApiName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "png" -> Optional.of(PNG);
            case "webp" -> Optional.of(WEBP);
            case "jpeg", "jpg" -> Optional.of(JPEG);
            default -> Optional.empty();
        };
    }
}
