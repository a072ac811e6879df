// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/** What a picture goes through in a drop: tried again in an outage, then moved to where it belongs. */
public abstract class Drop implements Policy {

    /** The exchange property with the picture's name. */
    public static final String PICTURE = "CamelBackgroundCutDropPicture";

    /** The exchange property with the reason why a picture has failed; null if it has not. */
    public static final String FAILURE = "CamelBackgroundCutDropFailure";

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private int retries = 60;
    private long retryDelay = 2_000;

    Drop() {}

    /** @param retries how often a picture is tried again in an outage */
    public void setRetries(int retries) {
        this.retries = retries;
    }

    /** @param retryDelay milliseconds before the first retry; they double with each, up to a minute */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    int retries() {
        return retries;
    }

    /** @param retry 1 for the first */
    Duration delayBefore(int retry) {
        long delay = retryDelay << Math.min(retry - 1, 16);
        return Duration.ofMillis(Math.min(delay, LONGEST_DELAY.toMillis()));
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        prepare(route);
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return new DropProcessor(this, steps);
    }

    /** Before the route is made: checks the settings. */
    abstract void prepare(Route route);

    void start() {}

    /** From now on no other picture begins. */
    void prepareStop() {}

    void stop() {}

    /** @return false if there is nothing to do */
    abstract boolean begin(Exchange exchange);

    /** Before the steps: fails if they can't succeed. */
    void check(Exchange exchange) {}

    /** All cutouts are there: the picture leaves the inbox. A failure counts as one of the steps. */
    abstract void complete(Exchange exchange);

    /** The picture leaves the inbox without a cutout. If that fails, it stays there. */
    abstract void putAside(Exchange exchange, FailureReport report) throws Exception;

    /** Always the last. */
    void end(Exchange exchange) {}

    /** Whether a failure says that there is nothing to do any more. */
    boolean isObsolete(Exchange exchange, Throwable cause) {
        return false;
    }

    /** Whether the picture is fine, so that it is tried again. */
    boolean isOutage(Throwable cause) {
        return cause instanceof BackgroundCutTransportException
                || cause instanceof InvalidAnswerException
                || cause instanceof PathNotFoundException
                || cause instanceof RateLimitedException
                || cause instanceof ServiceUnavailableException;
    }

    /** Whether an exception says what went wrong, whatever is around it. */
    boolean isTelling(Throwable failure) {
        return failure instanceof BackgroundCutException
                || failure instanceof BackgroundCutTransportException
                || failure instanceof InvalidImageException;
    }

    /** The first one that says what went wrong, else the outermost. */
    Throwable cause(Throwable failure) {
        for (Throwable candidate = failure; candidate != null; candidate = candidate.getCause()) {
            if (isTelling(candidate)) {
                return candidate;
            }
        }
        return failure;
    }
}
