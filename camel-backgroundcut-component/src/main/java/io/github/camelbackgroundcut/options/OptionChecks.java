// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.BackgroundCutOperation;
import io.github.camelbackgroundcut.api.DialectChoice;
import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.removal.RemovalSettings.ReuseOutputs;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * Checks options when an endpoint starts, before the first message, and again for a message that
 * overrides some. Each check throws {@link IllegalArgumentException} with a sentence that says what to change.
 */
public final class OptionChecks {

    /** The API's limits of a token's life, in seconds. */
    private static final int MAX_EXPIRES_IN = 600;

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0(:0){6}:1)]");

    /** Spring's, the shell's and Maven's, and Camel's; also in the quotes of a properties file, which are part of the value. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[\"']?(\\$\\{.*}|\\{\\{.*}})[\"']?");

    private OptionChecks() {}

    /**
     * Checks the options that an operation reads.
     *
     * @throws IllegalArgumentException with a sentence that says what to change
     */
    public static void check(
            BackgroundCutOperation operation, BackgroundCutConfiguration options, CamelContext context) {
        common(options);
        switch (operation) {
            case removeBackground -> removeBackground(options, context);
            case upload -> upload(options);
            case process -> process(options, context);
            case token -> token(options);
            case segment -> segment(options);
            case publicUrl -> publicUrl(options);
            case download, usage -> {
                // They read no option of their own.
            }
        }
    }

    /** Requirements of all operations: a credential, a base URL that it may be sent to, timeouts. */
    private static void common(BackgroundCutConfiguration options) {
        oneCredential(options);
        baseUrl(options);
        dialect(options);
        options.timeouts();
        if (options.getMaxRetryAfter() < 0) {
            throw new IllegalArgumentException("maxRetryAfter is negative: use 0 or more");
        }
        if (options.getMaxRetries() < 0) {
            throw new IllegalArgumentException("maxRetries is negative: use 0 for no retries");
        }
        if (options.getRetryDelay() < 1) {
            throw new IllegalArgumentException("retryDelay is " + options.getRetryDelay() + " ms: use 1 or more");
        }
    }

    private static void removeBackground(BackgroundCutConfiguration options, CamelContext context) {
        upload(options);
        process(options, context);
        if (ReuseOutputs.of(options.getReuseOutputs()) == ReuseOutputs.ALWAYS
                && Variants.of(options, context).stream()
                        .anyMatch(variant -> variant.outputFilePath().isPresent())) {
            throw new IllegalArgumentException(
                    "reuseOutputs=always can't be combined with outputFilePath, which may have "
                            + "another picture's result: remove one of them");
        }
    }

    private static void upload(BackgroundCutConfiguration options) {
        FilePaths.requireValid(options.getUploadPath(), "option uploadPath");
    }

    private static void process(BackgroundCutConfiguration options, CamelContext context) {
        Variants.of(options, context)
                .forEach(variant -> variant.outputFilePath()
                        .ifPresent(path -> FilePaths.requireValid(path, "option outputFilePath")));
    }

    private static void token(BackgroundCutConfiguration options) {
        if (options.getApiKey() == null) {
            throw new IllegalArgumentException("Only an API key mints tokens: set apiKey for backgroundcut:token");
        }
        if (tokenPaths(options).isEmpty()) {
            throw new IllegalArgumentException("paths is empty: set the paths that the token is valid for, or use *");
        }
        if (options.getExpiresIn() < 1 || options.getExpiresIn() > MAX_EXPIRES_IN) {
            throw new IllegalArgumentException(
                    "expiresIn is " + options.getExpiresIn() + ": use 1 to " + MAX_EXPIRES_IN + " seconds");
        }
    }

    private static void segment(BackgroundCutConfiguration options) {
        foregroundPoints(options);
        backgroundPoints(options);
        if (options.getOutputFilePath() != null) {
            requireJpeg(FilePaths.requireValid(options.getOutputFilePath(), "option outputFilePath"), "outputFilePath");
        }
    }

    private static void publicUrl(BackgroundCutConfiguration options) {
        if (dialect(options) == DialectChoice.PATHS) {
            throw new IllegalArgumentException(
                    "publicUrl doesn't go with dialect=paths, which has no public URLs: use download, or set dialect=keys or auto");
        }
    }

    public static DialectChoice dialect(BackgroundCutConfiguration options) {
        return DialectChoice.fromName(options.getDialect())
                .orElseThrow(() -> new IllegalArgumentException(
                        "dialect is '" + options.getDialect() + "': use auto, paths or keys"));
    }

    public static List<String> tokenPaths(BackgroundCutConfiguration options) {
        String paths = Objects.requireNonNullElse(options.getPaths(), "");
        return Arrays.stream(paths.split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    public static List<Point> foregroundPoints(BackgroundCutConfiguration options) {
        return Points.parse(options.getForegroundPoints(), "foregroundPoints");
    }

    public static List<Point> backgroundPoints(BackgroundCutConfiguration options) {
        return Points.parse(options.getBackgroundPoints(), "backgroundPoints");
    }

    /** Segmentation takes and makes JPEG only. */
    public static void requireJpeg(String path, String what) {
        String name = path.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".jpg") && !name.endsWith(".jpeg")) {
            throw new IllegalArgumentException(what + " is '" + path + "': segment works on .jpg and .jpeg only");
        }
    }

    private static void oneCredential(BackgroundCutConfiguration options) {
        long given = Stream.of(options.getApiKey(), options.getAccessToken(), options.getAccessTokenProvider())
                .filter(Objects::nonNull)
                .count();
        if (given == 0) {
            throw new IllegalArgumentException("No credential: set one of apiKey, accessToken and accessTokenProvider, "
                    + "on the endpoint or as camel.component.backgroundcut.api-key");
        }
        if (given > 1) {
            throw new IllegalArgumentException(
                    "More than one credential: keep exactly one of apiKey, accessToken and accessTokenProvider");
        }
        hasValue("apiKey", options.getApiKey());
        hasValue("accessToken", options.getAccessToken());
    }

    /** An application framework may leave a placeholder as it is, and start. The service would refuse it with the first picture. */
    private static void hasValue(String option, String secret) {
        if (secret == null) {
            return;
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException(
                    option + " is empty: set the environment variable or the property that it comes from");
        }
        Matcher placeholder = PLACEHOLDER.matcher(secret.strip());
        if (placeholder.matches()) {
            throw new IllegalArgumentException(option + " is the placeholder " + placeholder.group(1)
                    + ", which has no value: set the environment variable or the property that it names");
        }
    }

    private static void baseUrl(BackgroundCutConfiguration options) {
        URI uri = parsed(options.getBaseUrl());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!http && !"https".equalsIgnoreCase(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "baseUrl must be an http or https address without user, query and fragment, such as "
                            + BackgroundCutConfiguration.DEFAULT_BASE_URL);
        }
        if (http
                && !options.isAllowInsecureBaseUrl()
                && !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException(
                    "baseUrl is " + uri + ": the credential would be sent unencrypted. Use https, "
                            + "or set allowInsecureBaseUrl=true for a trusted network");
        }
    }

    private static URI parsed(String baseUrl) {
        try {
            return new URI(Objects.requireNonNullElse(baseUrl, "").strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("baseUrl is not an address: " + e.getReason(), e);
        }
    }
}
