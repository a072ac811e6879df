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
            description = "The service's address: scheme, host and, if need be, port and a path.")
    private String baseUrl = DEFAULT_BASE_URL;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description = "Whether a credential may be sent over plain http to a host that isn't the local one.")
    private boolean allowInsecureBaseUrl;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "The API key, sent as 'Authorization: Token'. Give exactly one of apiKey, accessToken and accessTokenProvider.")
    private String apiKey;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "A minted access token, sent as 'Authorization: AccessToken'. It lives for ten minutes at most: for routes that run longer use accessTokenProvider.")
    private String accessToken;

    @UriParam(
            label = "security",
            description = "A bean that is asked for an access token before each flow, such as #bean:myTokens.")
    private AccessTokenProvider accessTokenProvider;

    @UriParam(
            label = "producer",
            defaultValue = "camel-backgroundcut",
            description =
                    "The folder on the service that files are uploaded to. removeBackground makes a sub-folder for each picture, so that pictures of the same name don't meet.")
    private String uploadPath = "camel-backgroundcut";

    @UriParam(
            label = "producer",
            description =
                    "Where the service stores the result, such as my-project/mug.png. By default it stands beside the input and is named after it. For one result only: several variants each have a field of this name.")
    private String outputFilePath;

    @UriParam(
            label = "producer",
            defaultValue = "png",
            enums = "png,webp,jpeg",
            description = "The format of the result. JPEG has no transparency.")
    private String format = "png";

    @UriParam(
            label = "producer",
            defaultValue = "12000000",
            description = "The most pixels of the result, in total: a larger one is scaled down. 1 to 12000000.")
    private int maxResolution = VariantSettings.MAX_RESOLUTION;

    @UriParam(
            label = "producer",
            defaultValue = "high",
            enums = "low,medium,high",
            description = "The care taken with the cutout.")
    private String quality = "high";

    @UriParam(
            label = "producer",
            description = "The colour behind the cutout, as rrggbb or #rrggbb, such as ffffff. Transparent by default.")
    private String backgroundColor;

    @UriParam(label = "producer", defaultValue = "85", description = "The result's compression, 1 to 100.")
    private int outputCompression = 85;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Whether the result is cropped to the object's bounds.")
    private boolean autocrop;

    @UriParam(
            label = "producer",
            prefix = "variant.",
            multiValue = true,
            description =
                    "Several results of one process call, which cost less than several calls: variant.NAME.FIELD, such as variant.thumb.maxResolution=40000. The fields are outputFilePath, format, maxResolution, quality, backgroundColor, outputCompression and autocrop; what a variant doesn't set is taken from the endpoint's options. variant.NAME may also be a bean, a map of fields or VariantSettings.")
    private Map<String, Object> variants = new LinkedHashMap<>();

    @UriParam(
            label = "producer",
            defaultValue = "*",
            description =
                    "Comma-separated globs of the paths that a minted token works for; a star stands for anything.")
    private String paths = "*";

    @UriParam(label = "producer", defaultValue = "60", description = "Seconds until a minted token expires, 1 to 600.")
    private int expiresIn = 60;

    @UriParam(
            label = "producer",
            javaType = "java.lang.String",
            description = "Points that belong to the object, in pixels: x,y;x,y. For segment.")
    private Object foregroundPoints;

    @UriParam(
            label = "producer",
            javaType = "java.lang.String",
            description = "Points that belong to the background, in pixels: x,y;x,y. For segment.")
    private Object backgroundPoints;

    @UriParam(
            label = "timeout",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "Read timeout: the longest pause without data. For all calls but process.")
    private long responseTimeout = 60_000;

    @UriParam(
            label = "timeout",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description = "Read timeout of process calls, which answer when the work is done.")
    private long processTimeout = 300_000;

    @UriParam(
            label = "producer",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "When the service asks to wait (status 429), the header CamelRedeliveryDelay is set to that time, but to no more than this, so that the route's error handler waits as asked.")
    private long maxRetryAfter = 60_000;

    @UriParam(
            label = "producer",
            defaultValue = "redelivery",
            enums = "redelivery,always,never",
            description =
                    "When removeBackground asks whether its outputs exist before it pays for them: for messages that are delivered again, for all, or never. With always, a route that was killed and started again fetches what it has paid for.")
    private String reuseOutputs = "redelivery";

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description = "Whether removeBackground may pay again for a result that the service no longer has.")
    private boolean reprocessExpired = true;

    @UriParam(
            label = "producer",
            defaultValue = "3",
            description =
                    "How often a failed call is repeated before its failure reaches the route, 0 for never. Repeated are 429 and 5xx, connection failures, and any failure of a free call that may pass. A process call that may have been charged is repeated by removeBackground only, which first looks for its outputs.")
    private int maxRetries = 3;

    @UriParam(
            label = "producer",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description =
                    "The wait before the first repetition, unless the service names one. It doubles with each, up to 30 seconds, and a random part of up to a half is taken off.")
    private long retryDelay = 500;

    @UriParam(
            label = "advanced",
            description =
                    "Remembers the process calls that are under way, so that after a crash the route waits for their outputs instead of paying again. Give a persistent one, such as a FileIdempotentRepository.")
    private IdempotentRepository idempotentRepository;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description = "Whether calls are made on the caller's thread instead of the component's pool.")
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
