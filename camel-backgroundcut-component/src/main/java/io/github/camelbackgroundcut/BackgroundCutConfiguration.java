// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Timeouts;
import io.github.camelbackgroundcut.api.VariantSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of an endpoint; on the component they are the defaults of its endpoints. */
@Configurer
@UriParams
public class BackgroundCutConfiguration implements Cloneable {

    /** The vendor's service. */
    public static final String DEFAULT_BASE_URL = "https://api.backgroundcut.co";

    @UriParam(
            defaultValue = BackgroundCutConfiguration.DEFAULT_BASE_URL,
            description = "Base URL of the service: scheme and host, optionally a port and a path.")
    private String baseUrl = DEFAULT_BASE_URL;

    @UriParam(
            defaultValue = "auto",
            enums = "auto,paths,keys",
            description =
                    "Dialect of the v3 API: paths, as in the first integration guide; keys, as on the vendor's production pages; or auto, which finds out at no cost and remembers it for the base URL.")
    private String dialect = "auto";

    @UriParam(
            label = "security",
            defaultValue = "false",
            description = "Whether to allow credentials over plain http to a remote host.")
    private boolean allowInsecureBaseUrl;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "API key, sent as 'Authorization: Token'. Set exactly one of apiKey, accessToken and accessTokenProvider.")
    private String apiKey;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Minted access token, sent as 'Authorization: AccessToken'. Expires after ten minutes at most: use accessTokenProvider for routes that run longer.")
    private String accessToken;

    @UriParam(
            label = "security",
            description = "Bean that provides an access token for each message, such as #bean:myTokens.")
    private AccessTokenProvider accessTokenProvider;

    @UriParam(
            label = "producer",
            defaultValue = "camel-backgroundcut",
            description =
                    "Folder on the service for uploaded files. removeBackground adds a subfolder for each picture, so that pictures with the same name do not collide.")
    private String uploadPath = "camel-backgroundcut";

    @UriParam(
            label = "producer",
            description =
                    "Path at which the service stores the result, such as my-project/mug.png. By default a path beside the input, with its name. For a single result; each of several variants has a field of this name.")
    private String outputFilePath;

    @UriParam(
            label = "producer",
            defaultValue = "png",
            enums = "png,webp,jpeg",
            description = "Image format of the result. JPEG has no transparency.")
    private String format = "png";

    @UriParam(
            label = "producer",
            defaultValue = "12000000",
            description =
                    "Maximum number of pixels of the result (width times height), 1 to 12000000. Larger results are scaled down.")
    private int maxResolution = VariantSettings.MAX_RESOLUTION;

    @UriParam(
            label = "producer",
            defaultValue = "high",
            enums = "low,medium,high",
            description = "Processing quality. Higher is slower. Always sent, whatever default the service has.")
    private String quality = "high";

    @UriParam(
            label = "producer",
            description =
                    "Background color behind the cutout, as rrggbb or #rrggbb, such as ffffff. Transparent by default.")
    private String backgroundColor;

    @UriParam(label = "producer", defaultValue = "85", description = "Compression quality of the result, 1 to 100.")
    private int outputCompression = 85;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Whether to crop the result to the bounds of the object.")
    private boolean autocrop;

    @UriParam(
            label = "producer",
            prefix = "variant.",
            multiValue = true,
            description =
                    "Several results of one process call: variant.NAME.FIELD, such as variant.thumb.maxResolution=40000. Fields: outputFilePath, format, maxResolution, quality, backgroundColor, outputCompression and autocrop; the options of the endpoint are their defaults. variant.NAME may also be a bean: a map of fields or VariantSettings.")
    private Map<String, Object> variants = new LinkedHashMap<>();

    @UriParam(
            label = "producer",
            defaultValue = "*",
            description =
                    "Comma-separated glob patterns of the paths that a minted token is valid for. A star matches anything. To download, a token needs /v3/files/* in the dialect paths, and /v3/file-ops/get-public-url/ in the dialect keys.")
    private String paths = "*";

    @UriParam(label = "producer", defaultValue = "60", description = "Lifetime of a minted token in seconds, 1 to 600.")
    private int expiresIn = 60;

    @UriParam(
            label = "producer",
            javaType = "java.lang.String",
            description = "Points on the object, in pixels: x,y;x,y. For segment.")
    private Object foregroundPoints;

    @UriParam(
            label = "producer",
            javaType = "java.lang.String",
            description = "Points on the background, in pixels: x,y;x,y. For segment.")
    private Object backgroundPoints;

    @UriParam(
            label = "timeout",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "Read timeout: the longest pause without data. For all calls except process.")
    private long responseTimeout = 60_000;

    @UriParam(
            label = "timeout",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description =
                    "Read timeout of process calls, which answer when the work is done. Also the longest wait for a result that another message has paid for.")
    private long processTimeout = 300_000;

    @UriParam(
            label = "producer",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "Longest Retry-After that the component waits for. A longer one fails the call, and sets the header CamelRedeliveryDelay to this time, so that the error handler of the route waits.")
    private long maxRetryAfter = 60_000;

    @UriParam(
            label = "producer",
            defaultValue = "redelivery",
            enums = "redelivery,always,never",
            description =
                    "When removeBackground checks for existing results before it pays: for redelivered messages, for all messages, or never. To survive the end of the process, use an idempotentRepository instead of always: it saves one request per message.")
    private String reuseOutputs = "redelivery";

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description = "Whether removeBackground may pay again for a result that the service has lost.")
    private boolean reprocessExpired = true;

    @UriParam(
            label = "producer",
            defaultValue = "3",
            description =
                    "Maximum number of retries of a failed call before the route sees the failure; 0 for none. Retries 429, 5xx and connection failures. A 429 does not count if its Retry-After is at most maxRetryAfter. A call that may have been charged is retried only by removeBackground, after it checked for its output.")
    private int maxRetries = 3;

    @UriParam(
            label = "producer",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description =
                    "Delay before the first retry. Doubles with each retry up to 30 s, less up to 50% jitter. Retry-After takes precedence.")
    private long retryDelay = 500;

    @UriParam(
            label = "advanced",
            description =
                    "Remembers which process calls are in progress. After a crash, and for equal pictures in several processes, the component waits for their results instead of paying again. Use a persistent one, such as an AtomicFileRepository, or for several processes a JdbcMessageIdRepository.")
    private IdempotentRepository idempotentRepository;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description = "Whether to make calls on the caller's thread instead of the thread pool of the component.")
    private boolean synchronous;

    /** An independent copy: neither sees the other's changes. */
    public BackgroundCutConfiguration copy() {
        try {
            BackgroundCutConfiguration copy = (BackgroundCutConfiguration) clone();
            copy.variants = new LinkedHashMap<>();
            variants.forEach((name, fields) -> copy.variants.put(
                    name, fields instanceof Map<?, ?> map ? new LinkedHashMap<Object, Object>(map) : fields));
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The times of all calls as one value. */
    public Timeouts timeouts() {
        return new Timeouts(Duration.ofMillis(responseTimeout), Duration.ofMillis(processTimeout));
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getDialect() {
        return dialect;
    }

    public void setDialect(String dialect) {
        this.dialect = dialect;
    }

    public boolean isAllowInsecureBaseUrl() {
        return allowInsecureBaseUrl;
    }

    public void setAllowInsecureBaseUrl(boolean allowInsecureBaseUrl) {
        this.allowInsecureBaseUrl = allowInsecureBaseUrl;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public AccessTokenProvider getAccessTokenProvider() {
        return accessTokenProvider;
    }

    public void setAccessTokenProvider(AccessTokenProvider accessTokenProvider) {
        this.accessTokenProvider = accessTokenProvider;
    }

    public String getUploadPath() {
        return uploadPath;
    }

    public void setUploadPath(String uploadPath) {
        this.uploadPath = uploadPath;
    }

    public String getOutputFilePath() {
        return outputFilePath;
    }

    public void setOutputFilePath(String outputFilePath) {
        this.outputFilePath = outputFilePath;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public int getMaxResolution() {
        return maxResolution;
    }

    public void setMaxResolution(int maxResolution) {
        this.maxResolution = maxResolution;
    }

    public String getQuality() {
        return quality;
    }

    public void setQuality(String quality) {
        this.quality = quality;
    }

    public String getBackgroundColor() {
        return backgroundColor;
    }

    public void setBackgroundColor(String backgroundColor) {
        this.backgroundColor = backgroundColor;
    }

    public int getOutputCompression() {
        return outputCompression;
    }

    public void setOutputCompression(int outputCompression) {
        this.outputCompression = outputCompression;
    }

    public boolean isAutocrop() {
        return autocrop;
    }

    public void setAutocrop(boolean autocrop) {
        this.autocrop = autocrop;
    }

    public Map<String, Object> getVariants() {
        return variants;
    }

    public void setVariants(Map<String, Object> variants) {
        this.variants = variants;
    }

    public String getPaths() {
        return paths;
    }

    public void setPaths(String paths) {
        this.paths = paths;
    }

    public int getExpiresIn() {
        return expiresIn;
    }

    public void setExpiresIn(int expiresIn) {
        this.expiresIn = expiresIn;
    }

    public Object getForegroundPoints() {
        return foregroundPoints;
    }

    public void setForegroundPoints(Object foregroundPoints) {
        this.foregroundPoints = foregroundPoints;
    }

    public Object getBackgroundPoints() {
        return backgroundPoints;
    }

    public void setBackgroundPoints(Object backgroundPoints) {
        this.backgroundPoints = backgroundPoints;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getProcessTimeout() {
        return processTimeout;
    }

    public void setProcessTimeout(long processTimeout) {
        this.processTimeout = processTimeout;
    }

    public long getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(long maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public boolean isSynchronous() {
        return synchronous;
    }

    public void setSynchronous(boolean synchronous) {
        this.synchronous = synchronous;
    }

    public String getReuseOutputs() {
        return reuseOutputs;
    }

    public void setReuseOutputs(String reuseOutputs) {
        this.reuseOutputs = reuseOutputs;
    }

    public boolean isReprocessExpired() {
        return reprocessExpired;
    }

    public void setReprocessExpired(boolean reprocessExpired) {
        this.reprocessExpired = reprocessExpired;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }
}
