// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the BackgroundCut component. What isn't set keeps the component's default. Made from the catalog by
 * StarterSourcesTest: do not edit.
 */
@ConfigurationProperties("camel.component.backgroundcut")
public class BackgroundCutComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    /**
     * Whether to crop the result to the bounds of the object.
     */
    private Boolean autocrop;

    /**
     * Background color behind the cutout, as rrggbb or #rrggbb, such as ffffff. Transparent by default.
     */
    private String backgroundColor;

    /**
     * Points on the background, in pixels: x,y;x,y. For segment.
     */
    private String backgroundPoints;

    /**
     * Base URL of the service: scheme and host, optionally a port and a path.
     */
    private String baseUrl;

    /**
     * Default options of all endpoints. Name a bean, as in #bean:name, of the type
     * io.github.camelbackgroundcut.BackgroundCutConfiguration.
     */
    private String configuration;

    /**
     * Dialect of the v3 API: paths, as in the first integration guide; keys, as on the vendor's production pages;
     * or auto, which finds out at no cost and remembers it for the base URL.
     */
    private String dialect;

    /**
     * Lifetime of a minted token in seconds, 1 to 600.
     */
    private Integer expiresIn;

    /**
     * Points on the object, in pixels: x,y;x,y. For segment.
     */
    private String foregroundPoints;

    /**
     * Image format of the result. JPEG has no transparency.
     */
    private String format;

    /**
     * Whether the producer should be started lazy (on the first message). By starting lazy you can use this to
     * allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting
     * and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can
     * be handled during routing messages via Camel's routing error handlers. Beware that when the first message is
     * processed then creating and starting the producer may take a little time and prolong the total processing
     * time of the processing.
     */
    private Boolean lazyStartProducer;

    /**
     * Maximum number of pixels of the result (width times height), 1 to 12000000. Larger results are scaled down.
     */
    private Integer maxResolution;

    /**
     * Maximum number of retries of a failed call before the route sees the failure; 0 for none. Retries 429, 5xx
     * and connection failures. A 429 does not count if its Retry-After is at most maxRetryAfter. A call that may
     * have been charged is retried only by removeBackground, after it checked for its output.
     */
    private Integer maxRetries;

    /**
     * Longest Retry-After that the component waits for. A longer one fails the call, and sets the header
     * CamelRedeliveryDelay to this time, so that the error handler of the route waits.
     */
    private Duration maxRetryAfter;

    /**
     * Compression quality of the result, 1 to 100.
     */
    private Integer outputCompression;

    /**
     * Path at which the service stores the result, such as my-project/mug.png. By default a path beside the input,
     * with its name. For a single result; each of several variants has a field of this name.
     */
    private String outputFilePath;

    /**
     * Comma-separated glob patterns of the paths that a minted token is valid for. A star matches anything. To
     * download, a token needs /v3/files/ in the dialect paths, and /v3/file-ops/get-public-url/ in the dialect
     * keys.
     */
    private String paths;

    /**
     * Processing quality. Higher is slower. Always sent, whatever default the service has.
     */
    private String quality;

    /**
     * Whether removeBackground may pay again for a result that the service has lost.
     */
    private Boolean reprocessExpired;

    /**
     * Delay before the first retry. Doubles with each retry up to 30 s, less up to 50% jitter. Retry-After takes
     * precedence.
     */
    private Duration retryDelay;

    /**
     * When removeBackground checks for existing results before it pays: for redelivered messages, for all messages,
     * or never. To survive the end of the process, use an idempotentRepository instead of always: it saves one
     * request per message.
     */
    private String reuseOutputs;

    /**
     * Folder on the service for uploaded files. removeBackground adds a subfolder for each picture, so that
     * pictures with the same name do not collide.
     */
    private String uploadPath;

    /**
     * Several results of one process call: variant.NAME.FIELD, such as variant.thumb.maxResolution=40000. Fields:
     * outputFilePath, format, maxResolution, quality, backgroundColor, outputCompression and autocrop; the options
     * of the endpoint are their defaults. variant.NAME may also be a bean: a map of fields or VariantSettings. This
     * is a multi-value option with prefix: variant.
     */
    private Map<String, Object> variants;

    /**
     * Whether to learn how many API calls per minute the service grants, for each account and base URL. There is no
     * limit until the first 429; from then on, calls are spread close under what is granted. requestsPerMinute
     * remains a ceiling. If false, only the waits of Retry-After are kept.
     */
    private Boolean adaptivePacing;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as
     * autowired) by looking up in the registry to find if there is a single instance of matching type, which then
     * gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS
     * connection factories, AWS Clients, etc.
     */
    private Boolean autowiredEnabled;

    /**
     * Custom HttpClient. Its connection pool, TLS and proxy settings apply instead of the component's. The
     * component does not close it. Name a bean, as in #bean:name, of the type
     * org.apache.hc.client5.http.classic.HttpClient.
     */
    private String httpClient;

    /**
     * Remembers which process calls are in progress. After a crash, and for equal pictures in several processes,
     * the component waits for their results instead of paying again. Use a persistent one, such as an
     * AtomicFileRepository, or for several processes a JdbcMessageIdRepository. Name a bean, as in #bean:name, of
     * the type org.apache.camel.spi.IdempotentRepository.
     */
    private String idempotentRepository;

    /**
     * Maximum number of concurrent API calls across all endpoints. Further messages are queued; their consumers are
     * not blocked.
     */
    private Integer maxConcurrentCalls;

    /**
     * Maximum number of paid pictures per hour across all endpoints; 0 for no limit. Protects against routes that
     * loop: further messages fail with a ChargeLimitExceededException before anything is sent.
     */
    private Integer maxPaidPicturesPerHour;

    /**
     * Maximum number of API calls per minute across all endpoints, spread evenly; 0 for no limit. Waiting messages
     * do not hold a thread.
     */
    private Integer requestsPerMinute;

    /**
     * Whether to make calls on the caller's thread instead of the thread pool of the component.
     */
    private Boolean synchronous;

    /**
     * Used for enabling or disabling all consumer based health checks from this component
     */
    private Boolean healthCheckConsumerEnabled;

    /**
     * Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by
     * default disabled all producer based health-checks. You can turn on producer checks globally by setting
     * camel.health.producersEnabled=true.
     */
    private Boolean healthCheckProducerEnabled;

    /**
     * Password for the proxy.
     */
    private String proxyAuthPassword;

    /**
     * Username for the proxy (Basic authentication).
     */
    private String proxyAuthUsername;

    /**
     * Host name of a forward proxy.
     */
    private String proxyHost;

    /**
     * Port of the forward proxy.
     */
    private Integer proxyPort;

    /**
     * Minted access token, sent as 'Authorization: AccessToken'. Expires after ten minutes at most: use
     * accessTokenProvider for routes that run longer.
     */
    private String accessToken;

    /**
     * Bean that provides an access token for each message, such as #bean:myTokens. Name a bean, as in #bean:name,
     * of the type io.github.camelbackgroundcut.AccessTokenProvider.
     */
    private String accessTokenProvider;

    /**
     * Whether to allow credentials over plain http to a remote host.
     */
    private Boolean allowInsecureBaseUrl;

    /**
     * API key, sent as 'Authorization: Token'. Set exactly one of apiKey, accessToken and accessTokenProvider.
     */
    private String apiKey;

    /**
     * TLS settings for https, such as a custom trust store. Name a bean, as in #bean:name, of the type
     * org.apache.camel.support.jsse.SSLContextParameters.
     */
    private String sslContextParameters;

    /**
     * Whether to use the global SSLContextParameters of the Camel context.
     */
    private Boolean useGlobalSslContextParameters;

    /**
     * Hostname verifier for https. Name a bean, as in #bean:name, of the type javax.net.ssl.HostnameVerifier.
     */
    private String x509HostnameVerifier;

    /**
     * Connect timeout.
     */
    private Duration connectTimeout;

    /**
     * Read timeout of process calls, which answer when the work is done. Also the longest wait for a result that
     * another message has paid for.
     */
    private Duration processTimeout;

    /**
     * Read timeout: the longest pause without data. For all calls except process.
     */
    private Duration responseTimeout;

    public Boolean getAutocrop() {
        return autocrop;
    }

    public void setAutocrop(Boolean autocrop) {
        this.autocrop = autocrop;
    }

    public String getBackgroundColor() {
        return backgroundColor;
    }

    public void setBackgroundColor(String backgroundColor) {
        this.backgroundColor = backgroundColor;
    }

    public String getBackgroundPoints() {
        return backgroundPoints;
    }

    public void setBackgroundPoints(String backgroundPoints) {
        this.backgroundPoints = backgroundPoints;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getConfiguration() {
        return configuration;
    }

    public void setConfiguration(String configuration) {
        this.configuration = configuration;
    }

    public String getDialect() {
        return dialect;
    }

    public void setDialect(String dialect) {
        this.dialect = dialect;
    }

    public Integer getExpiresIn() {
        return expiresIn;
    }

    public void setExpiresIn(Integer expiresIn) {
        this.expiresIn = expiresIn;
    }

    public String getForegroundPoints() {
        return foregroundPoints;
    }

    public void setForegroundPoints(String foregroundPoints) {
        this.foregroundPoints = foregroundPoints;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public Integer getMaxResolution() {
        return maxResolution;
    }

    public void setMaxResolution(Integer maxResolution) {
        this.maxResolution = maxResolution;
    }

    public Integer getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(Duration maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public Integer getOutputCompression() {
        return outputCompression;
    }

    public void setOutputCompression(Integer outputCompression) {
        this.outputCompression = outputCompression;
    }

    public String getOutputFilePath() {
        return outputFilePath;
    }

    public void setOutputFilePath(String outputFilePath) {
        this.outputFilePath = outputFilePath;
    }

    public String getPaths() {
        return paths;
    }

    public void setPaths(String paths) {
        this.paths = paths;
    }

    public String getQuality() {
        return quality;
    }

    public void setQuality(String quality) {
        this.quality = quality;
    }

    public Boolean getReprocessExpired() {
        return reprocessExpired;
    }

    public void setReprocessExpired(Boolean reprocessExpired) {
        this.reprocessExpired = reprocessExpired;
    }

    public Duration getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    public String getReuseOutputs() {
        return reuseOutputs;
    }

    public void setReuseOutputs(String reuseOutputs) {
        this.reuseOutputs = reuseOutputs;
    }

    public String getUploadPath() {
        return uploadPath;
    }

    public void setUploadPath(String uploadPath) {
        this.uploadPath = uploadPath;
    }

    public Map<String, Object> getVariants() {
        return variants;
    }

    public void setVariants(Map<String, Object> variants) {
        this.variants = variants;
    }

    public Boolean getAdaptivePacing() {
        return adaptivePacing;
    }

    public void setAdaptivePacing(Boolean adaptivePacing) {
        this.adaptivePacing = adaptivePacing;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public String getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(String httpClient) {
        this.httpClient = httpClient;
    }

    public String getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(String idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public Integer getMaxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    public void setMaxConcurrentCalls(Integer maxConcurrentCalls) {
        this.maxConcurrentCalls = maxConcurrentCalls;
    }

    public Integer getMaxPaidPicturesPerHour() {
        return maxPaidPicturesPerHour;
    }

    public void setMaxPaidPicturesPerHour(Integer maxPaidPicturesPerHour) {
        this.maxPaidPicturesPerHour = maxPaidPicturesPerHour;
    }

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public Boolean getSynchronous() {
        return synchronous;
    }

    public void setSynchronous(Boolean synchronous) {
        this.synchronous = synchronous;
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    public void setProxyAuthPassword(String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    public void setProxyAuthUsername(String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getAccessTokenProvider() {
        return accessTokenProvider;
    }

    public void setAccessTokenProvider(String accessTokenProvider) {
        this.accessTokenProvider = accessTokenProvider;
    }

    public Boolean getAllowInsecureBaseUrl() {
        return allowInsecureBaseUrl;
    }

    public void setAllowInsecureBaseUrl(Boolean allowInsecureBaseUrl) {
        this.allowInsecureBaseUrl = allowInsecureBaseUrl;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(String sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public String getX509HostnameVerifier() {
        return x509HostnameVerifier;
    }

    public void setX509HostnameVerifier(String x509HostnameVerifier) {
        this.x509HostnameVerifier = x509HostnameVerifier;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getProcessTimeout() {
        return processTimeout;
    }

    public void setProcessTimeout(Duration processTimeout) {
        this.processTimeout = processTimeout;
    }

    public Duration getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }
}
