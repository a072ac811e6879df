// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.failure;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the consumer of a route while the account has no credits, or the key is refused. After a while it looks: the key must be accepted;
 * the next picture then tells whether there are credits.
 */
public final class AccountWatch extends RoutePolicySupport implements CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);
    private static final String USAGE = "backgroundcut:usage?maxRetries=0";

    private final long delay;
    private final AtomicReference<String> paused = new AtomicReference<>();
    private CamelContext context;
    private ScheduledExecutorService looking;
    private volatile Route route;

    /** @param delay milliseconds between two looks */
    public AccountWatch(long delay) {
        this.delay = delay;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void onInit(Route watched) {
        route = watched;
        looking = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "AccountWatch");
    }

    /** Why the worker pauses; empty if it does not. */
    public Optional<String> pause() {
        return Optional.ofNullable(paused.get());
    }

    /** From now on no other picture is taken. Those that are under way end first. */
    void hold(String reason) {
        if (paused.compareAndSet(null, reason)) {
            LOG.warn("This worker pauses, and looks again in {} s: {}", delay / 1000.0, reason);
            // Not on the thread of the consumer, which would wait for itself.
            looking.execute(this::pauseConsumer);
            looking.schedule(this::look, delay, TimeUnit.MILLISECONDS);
        }
    }

    private void pauseConsumer() {
        try {
            suspendOrStopConsumer(route.getConsumer());
        } catch (Exception e) {
            LOG.error("The consumer can't be stopped", e);
        }
    }

    private void look() {
        Exchange asked = context.createFluentProducerTemplate().to(USAGE).send();
        if (asked.isFailed()) {
            String reason = Verdict.reason(asked.getException()).getMessage();
            paused.set(reason);
            LOG.warn("This worker still pauses: {}", reason);
            looking.schedule(this::look, delay, TimeUnit.MILLISECONDS);
            return;
        }
        paused.set(null);
        LOG.info("This worker goes on");
        try {
            resumeOrStartConsumer(route.getConsumer());
        } catch (Exception e) {
            LOG.error("The consumer can't be started", e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (looking != null) {
            context.getExecutorServiceManager().shutdownNow(looking);
        }
        super.doStop();
    }
}
