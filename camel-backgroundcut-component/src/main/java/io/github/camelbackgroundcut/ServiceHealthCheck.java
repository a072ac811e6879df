// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Tells whether an endpoint's service can be reached and takes its credential, with the free call {@code usage}. Loaded only
 * where camel-health is there.
 */
final class ServiceHealthCheck extends AbstractHealthCheck {

    private final BackgroundCutEndpoint endpoint;

    private ServiceHealthCheck(BackgroundCutEndpoint endpoint) {
        super("camel", "producer:backgroundcut-" + endpoint.getOperation() + '-' + endpoint.getId());
        this.endpoint = endpoint;
        setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
    }

    /**
     * Adds the check of an endpoint to those of its context.
     *
     * @return takes it away again; empty where there are no health checks
     */
    static Optional<Runnable> register(BackgroundCutEndpoint endpoint) {
        CamelContext context = endpoint.getCamelContext();
        WritableHealthCheckRepository checks =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (checks == null) {
            return Optional.empty();
        }
        HealthCheck check = new ServiceHealthCheck(endpoint);
        checks.addHealthCheck(check);
        return Optional.of(() -> checks.removeHealthCheck(check));
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        ServiceHealth health = endpoint.health();
        builder.detail("service.url", endpoint.getServiceUrl());
        builder.detail("authorised", health.authorised().toString());
        health.status().ifPresent(status -> builder.detail(HealthCheck.HTTP_RESPONSE_CODE, status));
        builder.message(health.message());
        if (health.up()) {
            builder.up();
        } else {
            builder.down();
        }
    }
}
