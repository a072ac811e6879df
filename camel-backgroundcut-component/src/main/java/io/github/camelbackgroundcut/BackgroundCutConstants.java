// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import org.apache.camel.spi.Metadata;

/** The message headers that endpoints read and set. */
public final class BackgroundCutConstants {

    /** Prefix of all headers of the component. The name of a header that overrides an option ends with the option, in CamelCase. */
    public static final String HEADER_PREFIX = "CamelBackgroundCut";

    @Metadata(description = "HTTP status code of the last answer.", javaType = "Integer")
    public static final String STATUS_CODE = "CamelBackgroundCutStatusCode";

    @Metadata(
            description =
                    "Path, or key, of the uploaded file. Set by removeBackground, and by upload of a single file. process and segment read it if the body is not text.",
            javaType = "String")
    public static final String INPUT_FILE_PATH = "CamelBackgroundCutInputFilePath";

    @Metadata(
            description = "Paths, or keys, of the results, in the order of the variants.",
            javaType = "java.util.List<String>")
    public static final String OUTPUT_FILE_PATHS = "CamelBackgroundCutOutputFilePaths";

    @Metadata(
            description = "Expiry time of the minted token, such as 2026-01-31T12:00:00Z. Set by token.",
            javaType = "String")
    public static final String TOKEN_EXPIRES_AT = "CamelBackgroundCutTokenExpiresAt";

    @Metadata(
            description =
                    "Variants of this message: a map of names to fields or VariantSettings, or the same map as JSON text. Replaces the variants of the endpoint.",
            javaType = "java.util.Map")
    public static final String VARIANTS = "CamelBackgroundCutVariants";

    @Metadata(description = "Overrides the option uploadPath.", javaType = "String")
    public static final String UPLOAD_PATH = "CamelBackgroundCutUploadPath";

    @Metadata(description = "Overrides the option outputFilePath.", javaType = "String")
    public static final String OUTPUT_FILE_PATH = "CamelBackgroundCutOutputFilePath";

    @Metadata(description = "Overrides the option format.", javaType = "String")
    public static final String FORMAT = "CamelBackgroundCutFormat";

    @Metadata(description = "Overrides the option maxResolution.", javaType = "Integer")
    public static final String MAX_RESOLUTION = "CamelBackgroundCutMaxResolution";

    @Metadata(description = "Overrides the option quality.", javaType = "String")
    public static final String QUALITY = "CamelBackgroundCutQuality";

    @Metadata(description = "Overrides the option backgroundColor.", javaType = "String")
    public static final String BACKGROUND_COLOR = "CamelBackgroundCutBackgroundColor";

    @Metadata(description = "Overrides the option outputCompression.", javaType = "Integer")
    public static final String OUTPUT_COMPRESSION = "CamelBackgroundCutOutputCompression";

    @Metadata(description = "Overrides the option autocrop.", javaType = "Boolean")
    public static final String AUTOCROP = "CamelBackgroundCutAutocrop";

    @Metadata(description = "Overrides the option expiresIn.", javaType = "Integer")
    public static final String EXPIRES_IN = "CamelBackgroundCutExpiresIn";

    @Metadata(
            description =
                    "Overrides the option foregroundPoints: text as in the option, JSON text, or a list of points (Point, map with x and y, or pair of numbers).",
            javaType = "Object")
    public static final String FOREGROUND_POINTS = "CamelBackgroundCutForegroundPoints";

    @Metadata(
            description = "Overrides the option backgroundPoints, in the same forms as the foreground points.",
            javaType = "Object")
    public static final String BACKGROUND_POINTS = "CamelBackgroundCutBackgroundPoints";

    private BackgroundCutConstants() {}
}
