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
     * Whether the result is cropped to the object's bounds.
     */
    private Boolean autocrop;

    /**
     * The colour behind the cutout, as rrggbb or #rrggbb, such as ffffff. Transparent by default.
     */
    private String backgroundColor;

    /**
     * Points that belong to the background, in pixels: x,y;x,y. For segment.
     */
    private String backgroundPoints;

    /**
     * The service's address: scheme, host and, if need be, port and a path.
     */
    private String baseUrl;

    /**
     * The options that endpoints start from. Name a bean, as in #bean:name, of the type
     * io.github.camelbackgroundcut.BackgroundCutConfiguration.
     */
    private String configuration;

    /**
     * Seconds until a minted token expires, 1 to 600.
     */
    private Integer expiresIn;

    /**
     * Points that belong to the object, in pixels: x,y;x,y. For segment.
     */
    private String foregroundPoints;

    /**
     * The format of the result. JPEG has no transparency.
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
     * The most pixels of the result, in total: a larger one is scaled down. 1 to 12000000.
     */
    private Integer maxResolution;

    /**
     * How often a failed call is repeated before its failure reaches the route, 0 for never. Repeated are 429 and
     * 5xx, connection failures, and any failure of a free call that may pass. A process call that may have been
     * charged is repeated by removeBackground only, which first looks for its outputs.
     */
    private Integer maxRetries;

    /**
     * When the service asks to wait (status 429), the header CamelRedeliveryDelay is set to that time, but to no
     * more than this, so that the route's error handler waits as asked.
     */
    private Duration maxRetryAfter;

    /**
     * The result's compression, 1 to 100.
     */
    private Integer outputCompression;

    /**
     * Where the service stores the result, such as my-project/mug.png. By default it stands beside the input and is
     * named after it. For one result only: several variants each have a field of this name.
     */
    private String outputFilePath;

    /**
     * Comma-separated globs of the paths that a minted token works for; a star stands for anything.
     */
    private String paths;

    /**
     * The care taken with the cutout.
     */
    private String quality;

    /**
     * Whether removeBackground may pay again for a result that the service no longer has.
     */
    private Boolean reprocessExpired;

    /**
     * The wait before the first repetition, unless the service names one. It doubles with each, up to 30 seconds,
     * and a random part of up to a half is taken off.
     */
    private Duration retryDelay;

    /**
     * When removeBackground asks whether its outputs exist before it pays for them: for messages that are delivered
     * again, for all, or never. With always, a route that was killed and started again fetches what it has paid
     * for.
     */
    private String reuseOutputs;

    /**
     * The folder on the service that files are uploaded to. removeBackground makes a sub-folder for each picture,
     * so that pictures of the same name don't meet.
     */
    private String uploadPath;

    /**
     * Several results of one process call, which cost less than several calls: variant.NAME.FIELD, such as
     * variant.thumb.maxResolution=40000. The fields are outputFilePath, format, maxResolution, quality,
     * backgroundColor, outputCompression and autocrop; what a variant doesn't set is taken from the endpoint's
     * options. variant.NAME may also be a bean, a map of fields or VariantSettings. This is a multi-value option
     * with prefix: variant.
     */
    private Map<String, Object> variants;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as
     * autowired) by looking up in the registry to find if there is a single instance of matching type, which then
     * gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS
     * connection factories, AWS Clients, etc.
     */
    private Boolean autowiredEnabled;

    /**
     * An HttpClient to use instead of the component's own. It brings its own pool, TLS and proxy; the component
     * never closes it. Name a bean, as in #bean:name, of the type org.apache.hc.client5.http.classic.HttpClient.
     */
    private String httpClient;

    /**
     * Remembers the process calls that are under way, so that after a crash the route waits for their outputs
     * instead of paying again. Give a persistent one, such as a FileIdempotentRepository. Name a bean, as in
     * #bean:name, of the type org.apache.camel.spi.IdempotentRepository.
     */
    private String idempotentRepository;

    /**
     * The most calls at a time, over all endpoints. It sizes the thread pool and the connection pool; who finds no
     * thread free waits without blocking its consumer.
     */
    private Integer maxConcurrentCalls;

    /**
     * The most calls a minute, over all endpoints, spread evenly; 0 for no limit. Who has to wait does so without a
     * thread.
     */
    private Integer requestsPerMinute;

    /**
     * Whether calls are made on the caller's thread instead of the component's pool.
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
     * The password that the proxy asks for.
     */
    private String proxyAuthPassword;

    /**
     * The user that the proxy asks for (Basic authentication).
     */
    private String proxyAuthUsername;

    /**
     * The host of a forward proxy.
     */
    private String proxyHost;

    /**
     * The port of the forward proxy.
     */
    private Integer proxyPort;

    /**
     * A minted access token, sent as 'Authorization: AccessToken'. It lives for ten minutes at most: for routes
     * that run longer use accessTokenProvider.
     */
    private String accessToken;

    /**
     * A bean that is asked for an access token before each flow, such as #bean:myTokens. Name a bean, as in
     * #bean:name, of the type io.github.camelbackgroundcut.AccessTokenProvider.
     */
    private String accessTokenProvider;

    /**
     * Whether a credential may be sent over plain http to a host that isn't the local one.
     */
    private Boolean allowInsecureBaseUrl;

    /**
     * The API key, sent as 'Authorization: Token'. Give exactly one of apiKey, accessToken and accessTokenProvider.
     */
    private String apiKey;

    /**
     * TLS for https, such as a trust store of one's own. Name a bean, as in #bean:name, of the type
     * org.apache.camel.support.jsse.SSLContextParameters.
     */
    private String sslContextParameters;

    /**
     * Whether the context's global SSLContextParameters are used.
     */
    private Boolean useGlobalSslContextParameters;

    /**
     * How host names are checked against certificates. Name a bean, as in #bean:name, of the type
     * javax.net.ssl.HostnameVerifier.
     */
    private String x509HostnameVerifier;

    /**
     * The longest wait for one of the maxConcurrentCalls connections to be free.
     */
    private Duration connectionRequestTimeout;

    /**
     * The longest wait for a connection to be made.
     */
    private Duration connectTimeout;

    /**
     * The longest silence that a download bears.
     */
    private Duration downloadTimeout;

    /**
     * The longest wait for the answer to a process call.
     */
    private Duration processTimeout;

    /**
     * The longest wait for the answer to a segment call.
     */
    private Duration segmentTimeout;

    /**
     * The longest wait for a minted token.
     */
    private Duration tokenTimeout;

    /**
     * The longest silence that an upload bears.
     */
    private Duration uploadTimeout;

    /**
     * The longest wait for the storage use.
     */
    private Duration usageTimeout;

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

    public Duration getConnectionRequestTimeout() {
        return connectionRequestTimeout;
    }

    public void setConnectionRequestTimeout(Duration connectionRequestTimeout) {
        this.connectionRequestTimeout = connectionRequestTimeout;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getDownloadTimeout() {
        return downloadTimeout;
    }

    public void setDownloadTimeout(Duration downloadTimeout) {
        this.downloadTimeout = downloadTimeout;
    }

    public Duration getProcessTimeout() {
        return processTimeout;
    }

    public void setProcessTimeout(Duration processTimeout) {
        this.processTimeout = processTimeout;
    }

    public Duration getSegmentTimeout() {
        return segmentTimeout;
    }

    public void setSegmentTimeout(Duration segmentTimeout) {
        this.segmentTimeout = segmentTimeout;
    }

    public Duration getTokenTimeout() {
        return tokenTimeout;
    }

    public void setTokenTimeout(Duration tokenTimeout) {
        this.tokenTimeout = tokenTimeout;
    }

    public Duration getUploadTimeout() {
        return uploadTimeout;
    }

    public void setUploadTimeout(Duration uploadTimeout) {
        this.uploadTimeout = uploadTimeout;
    }

    public Duration getUsageTimeout() {
        return usageTimeout;
    }

    public void setUsageTimeout(Duration usageTimeout) {
        this.usageTimeout = usageTimeout;
    }
}
