// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.health;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
public final class ServiceHealthCheck extends AbstractHealthCheck {

    private final String serviceUrl;
    private final Supplier<ServiceHealth> state;

    private ServiceHealthCheck(String id, String serviceUrl, boolean enabled, Supplier<ServiceHealth> state) {
        super("camel", id);
        this.serviceUrl = serviceUrl;
        this.state = state;
        setEnabled(enabled);
    }

    /**
     * Adds the check of an endpoint to those of its context.
     *
     * @param id of the check
     * @param state asks for the health of the service
     * @return removes the check; empty without health checks
     */
    public static Optional<Runnable> register(
            CamelContext context, String id, String serviceUrl, boolean enabled, Supplier<ServiceHealth> state) {
        WritableHealthCheckRepository checks =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (checks == null) {
            return Optional.empty();
        }
        HealthCheck check = new ServiceHealthCheck(id, serviceUrl, enabled, state);
        checks.addHealthCheck(check);
        return Optional.of(() -> checks.removeHealthCheck(check));
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        ServiceHealth health = state.get();
        builder.detail("service.url", serviceUrl);
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
