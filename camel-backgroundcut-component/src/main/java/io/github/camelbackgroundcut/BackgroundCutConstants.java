// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import org.apache.camel.spi.Metadata;

/** The message headers that endpoints read and set. */
public final class BackgroundCutConstants {

    /** What all the component's headers begin with; an option's name in CamelCase follows where a header overrides it. */
    public static final String HEADER_PREFIX = "CamelBackgroundCut";

    @Metadata(description = "The HTTP status of the last call that was answered.", javaType = "Integer")
    public static final String STATUS_CODE = "CamelBackgroundCutStatusCode";

    @Metadata(
            description =
                    "The path of the uploaded file. Set by removeBackground, and by upload if it is one file; read by process and segment if the body is no text.",
            javaType = "String")
    public static final String INPUT_FILE_PATH = "CamelBackgroundCutInputFilePath";

    @Metadata(
            description = "The paths of the results, in the order of the variants.",
            javaType = "java.util.List<String>")
    public static final String OUTPUT_FILE_PATHS = "CamelBackgroundCutOutputFilePaths";

    @Metadata(
            description = "When the minted token expires, such as 2026-01-31T12:00:00Z. Set by token.",
            javaType = "String")
    public static final String TOKEN_EXPIRES_AT = "CamelBackgroundCutTokenExpiresAt";

    @Metadata(
            description =
                    "Several results for this message: a map of names to fields (or to VariantSettings), or the same as JSON text. Replaces the variants of the endpoint.",
            javaType = "java.util.Map")
    public static final String VARIANTS = "CamelBackgroundCutVariants";

    @Metadata(description = "Overrides the option uploadPath for this message.", javaType = "String")
    public static final String UPLOAD_PATH = "CamelBackgroundCutUploadPath";

    @Metadata(description = "Overrides the option outputFilePath for this message.", javaType = "String")
    public static final String OUTPUT_FILE_PATH = "CamelBackgroundCutOutputFilePath";

    @Metadata(description = "Overrides the option format for this message.", javaType = "String")
    public static final String FORMAT = "CamelBackgroundCutFormat";

    @Metadata(description = "Overrides the option maxResolution for this message.", javaType = "Integer")
    public static final String MAX_RESOLUTION = "CamelBackgroundCutMaxResolution";

    @Metadata(description = "Overrides the option quality for this message.", javaType = "String")
    public static final String QUALITY = "CamelBackgroundCutQuality";

    @Metadata(description = "Overrides the option backgroundColor for this message.", javaType = "String")
    public static final String BACKGROUND_COLOR = "CamelBackgroundCutBackgroundColor";

    @Metadata(description = "Overrides the option outputCompression for this message.", javaType = "Integer")
    public static final String OUTPUT_COMPRESSION = "CamelBackgroundCutOutputCompression";

    @Metadata(description = "Overrides the option autocrop for this message.", javaType = "Boolean")
    public static final String AUTOCROP = "CamelBackgroundCutAutocrop";

    @Metadata(description = "Overrides the option expiresIn for this message.", javaType = "Integer")
    public static final String EXPIRES_IN = "CamelBackgroundCutExpiresIn";

    @Metadata(
            description =
                    "Overrides the option foregroundPoints for this message: text as in the option, JSON text, or a list of points (Point, map with x and y, or pair of numbers).",
            javaType = "Object")
    public static final String FOREGROUND_POINTS = "CamelBackgroundCutForegroundPoints";

    @Metadata(
            description =
                    "Overrides the option backgroundPoints for this message, in the forms of the foreground points.",
            javaType = "Object")
    public static final String BACKGROUND_POINTS = "CamelBackgroundCutBackgroundPoints";

    private BackgroundCutConstants() {}
}
