// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.dialect.V3Dialect;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.call.CallControl;
import io.github.camelbackgroundcut.call.Paces;
import io.github.camelbackgroundcut.health.HealthQuestion;
import io.github.camelbackgroundcut.health.ServiceHealth;
import io.github.camelbackgroundcut.health.ServiceHealthCheck;
import io.github.camelbackgroundcut.options.CredentialSource;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import io.github.camelbackgroundcut.options.MessageOptions;
import io.github.camelbackgroundcut.options.OptionChecks;
import io.github.camelbackgroundcut.removal.ConsumerExchanges;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remove the backgrounds of pictures with the BackgroundCut API. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "backgroundcut",
        title = "BackgroundCut",
        syntax = "backgroundcut:operation",
        producerOnly = true,
        category = {Category.AI, Category.CLOUD},
        headersClass = BackgroundCutConstants.class)
public class BackgroundCutEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCutEndpoint.class);

    /** Of camel-health, which need not be there. */
    private static final String HEALTH_CHECK = "org.apache.camel.impl.health.AbstractHealthCheck";

    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(10);

    @UriPath(description = "Operation to perform.")
    @Metadata(required = true)
    private final BackgroundCutOperation operation;

    @UriParam
    private final BackgroundCutConfiguration configuration;

    private final MessageOptions messageOptions;
    private CredentialSource credentials;
    private Paces.Account account;
    private V3Dialect dialect;
    private EffectiveOptions ownOptions;
    private HealthQuestion healthQuestion;
    private Optional<Runnable> healthCheckRemoval = Optional.empty();

    public BackgroundCutEndpoint(
            String uri,
            BackgroundCutComponent component,
            BackgroundCutOperation operation,
            BackgroundCutConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
        this.messageOptions = new MessageOptions(configuration);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        OptionChecks.check(operation, configuration, getCamelContext());
        startRepository(configuration.getIdempotentRepository());
        credentials = CredentialSource.of(configuration);
        account = new Paces.Account(CredentialSource.account(configuration), configuration.getBaseUrl());
        dialect = getComponent()
                .getDialects()
                .of(OptionChecks.dialect(configuration), URI.create(configuration.getBaseUrl()));
        BackgroundCutClient client = new BackgroundCutClient(
                // Endpoints outlive a stop of their component.
                request -> getComponent().getTransport().send(request),
                URI.create(configuration.getBaseUrl()),
                configuration.timeouts(),
                dialect);
        if (!configuration.getBaseUrl().equals(getComponent().getConfiguration().getBaseUrl())) {
            LOG.info("Endpoint backgroundcut:{} started: baseUrl={}", operation, configuration.getBaseUrl());
        }
        ownOptions = new EffectiveOptions(configuration, getCamelContext(), client);
        healthQuestion = ownOptions.healthQuestion();
        if (getCamelContext().getClassResolver().resolveClass(HEALTH_CHECK) != null) {
            healthCheckRemoval = ServiceHealthCheck.register(
                    getCamelContext(),
                    "producer:backgroundcut-" + operation + '-' + getId(),
                    getServiceUrl(),
                    getComponent().isHealthCheckProducerEnabled(),
                    this::health);
        }
    }

    @Override
    protected void doStop() throws Exception {
        healthCheckRemoval.ifPresent(Runnable::run);
        healthCheckRemoval = Optional.empty();
        super.doStop();
    }

    /** How the service does, within ten seconds or {@code responseTimeout}; at most one call in ten seconds. */
    private ServiceHealth health() {
        Duration timeout = configuration.timeouts().response();
        if (getComponent().getPaces().of(account).isPaused()) {
            return ServiceHealth.up("The service is available, and asks to wait");
        }
        return getComponent()
                .getProbe(healthQuestion.key(configuration.getBaseUrl()))
                .ask(healthQuestion, HEALTH_TIMEOUT.compareTo(timeout) < 0 ? HEALTH_TIMEOUT : timeout);
    }

    /** Endpoints may share it, so it stops with the context. */
    private void startRepository(IdempotentRepository repository) throws Exception {
        if (repository == null) {
            return;
        }
        ConsumerExchanges.follow(getCamelContext());
        if (!getCamelContext().hasService(repository)) {
            getCamelContext().addService(repository, true, true);
        }
    }

    @Override
    public Producer createProducer() {
        return switch (operation) {
            case removeBackground -> new RemoveBackgroundProducer(this);
            case upload -> new UploadProducer(this);
            case process -> new ProcessProducer(this);
            case download -> new DownloadProducer(this);
            case token -> new TokenProducer(this);
            case segment -> new SegmentProducer(this);
            case usage -> new UsageProducer(this);
            case publicUrl -> new PublicUrlProducer(this);
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "BackgroundCut has no consumer: write to(\"backgroundcut:" + operation + "\")");
    }

    /**
     * The options for a message: the endpoint's, with what its headers override.
     *
     * @throws InvalidInputException if a header's value can't be used
     */
    EffectiveOptions options(Exchange exchange) {
        BackgroundCutConfiguration options = messageOptions.of(exchange);
        if (options == configuration) {
            return ownOptions;
        }
        try {
            OptionChecks.check(operation, options, getCamelContext());
        } catch (InvalidInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
        return new EffectiveOptions(options, getCamelContext(), ownOptions.client());
    }

    /** The limits of the calls. */
    CallControl callControl() {
        BackgroundCutComponent component = getComponent();
        return new CallControl(
                operation.name(),
                ownOptions.retryPolicy(),
                component.getThreads(),
                component.getPacer(),
                component.getPaces().of(account),
                component.getCounters(),
                component.getMetrics().errors());
    }

    /** The dialect that is spoken with the service, as far as it is known. */
    String dialectName() {
        return dialect == null ? configuration.getDialect() : dialect.name();
    }

    /** The credential for one message. */
    Credential credential(Exchange exchange) throws Exception {
        return credentials.get(exchange);
    }

    @Override
    public BackgroundCutComponent getComponent() {
        return (BackgroundCutComponent) super.getComponent();
    }

    public BackgroundCutOperation getOperation() {
        return operation;
    }

    public BackgroundCutConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }
}
