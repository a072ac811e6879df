// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import io.github.camelbackgroundcut.observe.ComponentMetrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.camel.support.LRUCacheFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The paces of a component: one for each account at each service. */
public final class Paces {

    private static final Logger LOG = LoggerFactory.getLogger(Paces.class);
    /** As many as Camel keeps endpoints. */
    private static final int KEPT = 1000;

    private final boolean adaptive;
    private final ComponentMetrics metrics;
    private final LongSupplier nanoTime;
    private final Map<Account, AdaptivePace> paces = LRUCacheFactory.newLRUCache(KEPT);

    /**
     * An account at a service. Its name tells accounts apart, and no secret.
     *
     * @param credential as {@code Credential.account()} tells whose it is
     */
    public record Account(String credential, String baseUrl) {

        private static final int DIGITS = 8;

        @Override
        public String toString() {
            int digest = credential.indexOf(' ') + 1;
            String whose = digest == 0
                    ? "access tokens"
                    : "API key " + credential.substring(digest, Math.min(credential.length(), digest + DIGITS));
            return whose + " at " + baseUrl;
        }
    }

    /**
     * @param adaptive whether they learn; if not, they only keep the waits that a service asks for
     * @param metrics show what was learned
     * @param nanoTime as {@link System#nanoTime()}
     */
    public Paces(boolean adaptive, ComponentMetrics metrics, LongSupplier nanoTime) {
        this.adaptive = adaptive;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    public AdaptivePace of(Account account) {
        return paces.computeIfAbsent(
                account, any -> new AdaptivePace(adaptive, (pace, rate) -> learned(account, pace, rate), nanoTime));
    }

    /** About how many requests a minute each account is granted, as far as that is known. */
    public Map<String, Long> learned() {
        Map<String, Long> learned = new TreeMap<>();
        paces.forEach((account, pace) ->
                pace.requestsPerMinute().ifPresent(rate -> learned.put(account.toString(), Math.round(rate))));
        return learned;
    }

    /** Whether a service has asked to wait, and the time isn't over. */
    public boolean arePaused() {
        return paces.values().stream().anyMatch(AdaptivePace::isPaused);
    }

    private void learned(Account account, AdaptivePace pace, double requestsPerMinute) {
        LOG.info(
                "The service grants about {} requests a minute to the {}: calls are spread accordingly",
                Math.round(requestsPerMinute),
                account);
        metrics.learned(account.toString(), () -> pace.requestsPerMinute().orElse(Double.NaN));
    }
}
