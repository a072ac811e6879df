// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;

/** How long something is there: until the last exchange that uses it is done. */
final class Lifetime {

    /** For an exchange that leaves without doing anything. */
    static final Consumer<Exchange> NOTHING = done -> {};

    private final AtomicInteger users = new AtomicInteger();
    private final Consumer<Exchange> end;

    /**
     * @param end what is done at the end, with the exchange that was the last
     */
    Lifetime(Consumer<Exchange> end) {
        this.end = end;
    }

    /**
     * Until this exchange is done, too.
     *
     * @param leave runs when it is done, before the end
     */
    void extendTo(Exchange exchange, Consumer<Exchange> leave) {
        users.incrementAndGet();
        Synchronization release = new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                try {
                    leave.accept(done);
                } finally {
                    if (users.decrementAndGet() == 0) {
                        end.accept(done);
                    }
                }
            }
        };
        // In a splitter or multicast the result outlives its sub-exchange: Camel says here which one counts.
        UnitOfWork outer = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
        if (outer != null && outer.getRoute() != null) {
            outer.addSynchronization(release);
        } else {
            exchange.getExchangeExtension().addOnCompletion(release);
        }
    }
}
