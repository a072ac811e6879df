// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of a result, with the API's name, the extension of a file and the media type. */
public enum OutputFormat {
    PNG("png", "png", "image/png"),
    WEBP("webp", "webp", "image/webp"),
    JPEG("jpeg", "jpg", "image/jpeg");

    private final String apiName;
    private final String extension;
    private final String mediaType;

    OutputFormat(String apiName, String extension, String mediaType) {
        this.apiName = apiName;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The format of that name, in any case. {@code jpg} means {@code jpeg}. */
    public static Optional<OutputFormat> fromName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "png" -> Optional.of(PNG);
            case "webp" -> Optional.of(WEBP);
            case "jpeg", "jpg" -> Optional.of(JPEG);
            default -> Optional.empty();
        };
    }

    /** The format of files with that media type. */
    public static Optional<OutputFormat> fromMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    public String apiName() {
        return apiName;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
