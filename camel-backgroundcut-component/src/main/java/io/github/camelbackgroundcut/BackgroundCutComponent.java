// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.api.dialect.Dialects;
import io.github.camelbackgroundcut.call.CallPacer;
import io.github.camelbackgroundcut.call.CallThreads;
import io.github.camelbackgroundcut.call.ChargeLimit;
import io.github.camelbackgroundcut.call.Paces;
import io.github.camelbackgroundcut.health.ServiceProbe;
import io.github.camelbackgroundcut.http.HttpClientFactory;
import io.github.camelbackgroundcut.http.HttpSettings;
import io.github.camelbackgroundcut.http.HttpTransport;
import io.github.camelbackgroundcut.http.ProxySettings;
import io.github.camelbackgroundcut.observe.ComponentMetrics;
import io.github.camelbackgroundcut.observe.Counters;
import io.github.camelbackgroundcut.observe.Counters.Event;
import io.github.camelbackgroundcut.options.CredentialSource;
import io.github.camelbackgroundcut.options.EndpointParameters;
import io.github.camelbackgroundcut.removal.ConsumerExchanges;
import io.github.camelbackgroundcut.removal.Removals;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LRUCacheFactory;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.IOHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes picture backgrounds with the BackgroundCut API. */
@Component("backgroundcut")
@ManagedResource(description = "Managed BackgroundCut component")
public class BackgroundCutComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCutComponent.class);
    /** Number of health probes that are kept. With more keys, some call the service more often. */
    private static final int PROBES = 100;

    @Metadata(description = "Default options of all endpoints.")
    private BackgroundCutConfiguration configuration = new BackgroundCutConfiguration();

    @Metadata(
            label = "advanced",
            defaultValue = "20",
            description =
                    "Maximum number of concurrent API calls across all endpoints. Further messages are queued; their consumers are not blocked.")
    private int maxConcurrentCalls = 20;

    @Metadata(
            label = "advanced",
            defaultValue = "0",
            description =
                    "Maximum number of API calls per minute across all endpoints, spread evenly; 0 for no limit. Waiting messages do not hold a thread.")
    private int requestsPerMinute;

    @Metadata(
            label = "advanced",
            defaultValue = "true",
            description =
                    "Whether to learn how many API calls per minute the service grants, for each account and base URL. There is no limit until the first 429; from then on, calls are spread close under what is granted. requestsPerMinute remains a ceiling. If false, only the waits of Retry-After are kept.")
    private boolean adaptivePacing = true;

    @Metadata(
            label = "advanced",
            defaultValue = "0",
            description =
                    "Maximum number of paid pictures per hour across all endpoints; 0 for no limit. Protects against routes that loop: further messages fail with a ChargeLimitExceededException before anything is sent.")
    private int maxPaidPicturesPerHour;

    @Metadata(
            label = "timeout",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "Connect timeout.")
    private long connectTimeout = 10_000;

    @Metadata(label = "proxy", description = "Host name of a forward proxy.")
    private String proxyHost;

    @Metadata(label = "proxy", description = "Port of the forward proxy.")
    private Integer proxyPort;

    @Metadata(label = "proxy", secret = true, description = "Username for the proxy (Basic authentication).")
    private String proxyAuthUsername;

    @Metadata(label = "proxy", secret = true, description = "Password for the proxy.")
    private String proxyAuthPassword;

    @Metadata(label = "security", description = "TLS settings for https, such as a custom trust store.")
    private SSLContextParameters sslContextParameters;

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the global SSLContextParameters of the Camel context.")
    private boolean useGlobalSslContextParameters;

    @Metadata(label = "security", description = "Hostname verifier for https.")
    private HostnameVerifier x509HostnameVerifier;

    @Metadata(
            label = "advanced",
            description =
                    "Custom HttpClient. Its connection pool, TLS and proxy settings apply instead of the component's. The component does not close it.",
            autowired = false)
    private HttpClient httpClient;

    private CloseableHttpClient ownHttpClient;
    private Transport transport;
    private CallThreads threads;
    private CallPacer pacer;
    private Paces paces;
    private ChargeLimit chargeLimit;
    private Removals removals;
    private final ComponentMetrics metrics = new ComponentMetrics();
    private final Dialects dialects = new Dialects();
    private final Map<String, ServiceProbe> probes = LRUCacheFactory.newLRUCache(PROBES);

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        BackgroundCutConfiguration copy = configuration.copy();
        EndpointParameters.moveTo(copy, parameters, getCamelContext());
        BackgroundCutEndpoint endpoint = new BackgroundCutEndpoint(uri, this, operation(remaining), copy);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    private static BackgroundCutOperation operation(String name) {
        return Arrays.stream(BackgroundCutOperation.values())
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no operation '" + name
                        + "': write backgroundcut:<operation> with one of "
                        + Arrays.toString(BackgroundCutOperation.values())));
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (useGlobalSslContextParameters && sslContextParameters == null) {
            sslContextParameters = retrieveGlobalSslContextParameters();
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (maxConcurrentCalls < 1) {
            throw new IllegalArgumentException("maxConcurrentCalls is " + maxConcurrentCalls + ": use 1 or more");
        }
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("requestsPerMinute is negative: use 0 for no limit");
        }
        if (maxPaidPicturesPerHour < 0) {
            throw new IllegalArgumentException("maxPaidPicturesPerHour is negative: use 0 for no limit");
        }
        pacer = new CallPacer(requestsPerMinute, System::nanoTime);
        paces = new Paces(adaptivePacing, metrics, System::nanoTime);
        chargeLimit = new ChargeLimit(maxPaidPicturesPerHour, System::nanoTime);
        removals = new Removals(getCounters(), chargeLimit);
        if (configuration.getIdempotentRepository() != null) {
            // An endpoint whose URI is made of a message starts too late for that message.
            ConsumerExchanges.follow(getCamelContext());
        }
        Optional<ProxySettings> proxy = ProxySettings.of(proxyHost, proxyPort, proxyAuthUsername, proxyAuthPassword);
        HttpTransport http;
        if (httpClient == null) {
            ownHttpClient = HttpClientFactory.create(new HttpSettings(
                    // One more than calls: a health check doesn't wait for them.
                    maxConcurrentCalls + 1,
                    Duration.ofMillis(connectTimeout),
                    sslContext(),
                    Optional.ofNullable(x509HostnameVerifier),
                    proxy));
            http = HttpTransport.over(ownHttpClient, proxy);
        } else {
            http = HttpTransport.overCustom(httpClient);
        }
        transport = metrics.measured(http, getCamelContext(), name());
        threads = new CallThreads(getCamelContext().getExecutorServiceManager(), this, maxConcurrentCalls);
        LOG.info("Component {} started: {}", name(), summary(proxy));
    }

    /** The configuration, without secrets. */
    private String summary(Optional<ProxySettings> proxy) {
        return "baseUrl=" + configuration.getBaseUrl()
                + ", dialect=" + configuration.getDialect()
                + ", credential=" + CredentialSource.describe(configuration)
                + ", maxConcurrentCalls=" + maxConcurrentCalls
                + ", requestsPerMinute=" + (requestsPerMinute == 0 ? "unlimited" : requestsPerMinute)
                + ", adaptivePacing=" + adaptivePacing
                + ", reuseOutputs=" + configuration.getReuseOutputs()
                + ", maxRetries=" + configuration.getMaxRetries()
                + ", proxy="
                + proxy.map(settings -> settings.host()
                                + ':'
                                + settings.port()
                                + (settings.login().isPresent() ? " with a login" : ""))
                        .orElse("none")
                + ", sslContextParameters=" + (sslContextParameters == null ? "default" : "own")
                + ", httpClient=" + (httpClient == null ? "own" : "custom");
    }

    /** Under which the context knows it. */
    String name() {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == this)
                .findFirst()
                .orElse("backgroundcut");
    }

    @Override
    protected void doStop() throws Exception {
        if (threads != null) {
            threads.close();
        }
        // The shutdown strategy has waited for the routes: what still hangs on a connection is ended.
        IOHelper.close(ownHttpClient);
        ownHttpClient = null;
        if (threads != null) {
            threads.awaitEnd();
        }
        metrics.close();
        super.doStop();
    }

    /** Sends the calls of all endpoints; another one after each start. */
    Transport getTransport() {
        return transport;
    }

    /** Where calls are made; empty before the first start. */
    Optional<CallThreads> findThreads() {
        return Optional.ofNullable(threads);
    }

    /** Where calls are made; there once the component is started. */
    CallThreads getThreads() {
        return threads;
    }

    /** The work of removeBackground, for all endpoints. */
    Removals getRemovals() {
        return removals;
    }

    /** What is known of the dialects of services. */
    Dialects getDialects() {
        return dialects;
    }

    /** How much may be paid for, over all endpoints. */
    ChargeLimit getChargeLimit() {
        return chargeLimit;
    }

    /** Spreads the calls of all endpoints. */
    CallPacer getPacer() {
        return pacer;
    }

    /** Spread the calls of each account; empty before the first start. */
    Optional<Paces> findPaces() {
        return Optional.ofNullable(paces);
    }

    /** Spread the calls of each account; there once the component is started. */
    Paces getPaces() {
        return paces;
    }

    /** Counts since the component was started. */
    Counters getCounters() {
        return metrics.counters();
    }

    /** Counters, meters and the latest errors. */
    ComponentMetrics getMetrics() {
        return metrics;
    }

    /** Asks the service for the health checks of all endpoints with the same key. */
    ServiceProbe getProbe(String key) {
        return probes.computeIfAbsent(
                key, any -> new ServiceProbe(getCamelContext().getExecutorServiceManager()));
    }

    private Optional<SSLContext> sslContext() throws Exception {
        return sslContextParameters == null
                ? Optional.empty()
                : Optional.of(sslContextParameters.createSSLContext(getCamelContext()));
    }

    @ManagedAttribute(description = "Calls by operation and outcome, such as process.succeeded=12")
    public String[] getCalls() {
        return getCounters().calls().entrySet().stream().map(Object::toString).toArray(String[]::new);
    }

    @ManagedAttribute(description = "Calls that were repeated")
    public long getRetries() {
        return getCounters().get(Event.RETRIES);
    }

    @ManagedAttribute(description = "Bytes of pictures sent")
    public long getBytesUploaded() {
        return getCounters().get(Event.BYTES_UPLOADED);
    }

    @ManagedAttribute(description = "Bytes of answers read")
    public long getBytesDownloaded() {
        return getCounters().get(Event.BYTES_DOWNLOADED);
    }

    @ManagedAttribute(description = "Process calls of removeBackground that were carried out")
    public long getPicturesPaid() {
        return getCounters().get(Event.PICTURES_PAID);
    }

    @ManagedAttribute(description = "Pictures whose results were there, so that nothing was paid")
    public long getPicturesReused() {
        return getCounters().get(Event.PICTURES_REUSED);
    }

    @ManagedAttribute(description = "Pictures that were paid for again, since the service had lost their results")
    public long getPicturesReprocessed() {
        return getCounters().get(Event.PICTURES_REPROCESSED);
    }

    @ManagedAttribute(description = "Uploads that were made again, since the service had lost the first")
    public long getUploadsHealed() {
        return getCounters().get(Event.UPLOADS_HEALED);
    }

    @ManagedAttribute(
            description = "Requests per minute that the service grants to each account, as learned from its answers")
    public String[] getLearnedPaces() {
        return findPaces().stream()
                .flatMap(all -> all.learned().entrySet().stream())
                .map(Object::toString)
                .toArray(String[]::new);
    }

    public BackgroundCutConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(BackgroundCutConfiguration configuration) {
        this.configuration = configuration;
    }

    public int getMaxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    public void setMaxConcurrentCalls(int maxConcurrentCalls) {
        this.maxConcurrentCalls = maxConcurrentCalls;
    }

    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public boolean isAdaptivePacing() {
        return adaptivePacing;
    }

    public void setAdaptivePacing(boolean adaptivePacing) {
        this.adaptivePacing = adaptivePacing;
    }

    public int getMaxPaidPicturesPerHour() {
        return maxPaidPicturesPerHour;
    }

    public void setMaxPaidPicturesPerHour(int maxPaidPicturesPerHour) {
        this.maxPaidPicturesPerHour = maxPaidPicturesPerHour;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
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

    public String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    public void setProxyAuthUsername(String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    public void setProxyAuthPassword(String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public HostnameVerifier getX509HostnameVerifier() {
        return x509HostnameVerifier;
    }

    public void setX509HostnameVerifier(HostnameVerifier x509HostnameVerifier) {
        this.x509HostnameVerifier = x509HostnameVerifier;
    }

    public HttpClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(HttpClient httpClient) {
        this.httpClient = httpClient;
    }
}
