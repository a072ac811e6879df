// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Remembers beyond this process which process calls are under way: what was sent, and not yet heard of, must not be sent again by
 * another process.
 */
final class PaidWork {

    private final Optional<IdempotentRepository> repository;

    PaidWork(Optional<IdempotentRepository> repository) {
        this.repository = repository;
    }

    /** Whether anything is remembered at all. */
    boolean isRemembered() {
        return repository.isPresent();
    }

    boolean isUnderWay(String work) {
        return repository.map(known -> known.contains(work)).orElse(false);
    }

    /**
     * The call is about to be sent.
     *
     * @return false if somebody else has begun it: then it must not be sent
     */
    boolean begin(String work) {
        return repository.map(known -> add(known, work)).orElse(true);
    }

    /**
     * Takes over what somebody has begun who died.
     *
     * @return whether it is ours now; of several who try, it is one's
     */
    boolean takeOver(String work) {
        return repository.map(known -> known.remove(work) && add(known, work)).orElse(true);
    }

    /** The call was surely not carried out. */
    void end(String work) {
        repository.ifPresent(known -> known.remove(work));
    }

    /**
     * The call was carried out. It is forgotten when the exchange is done without a failure, and its consumer with it: killed before,
     * the next process must not take one "not found" for an answer.
     */
    void endWith(Exchange exchange, String work) {
        repository.ifPresent(known -> exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                // What a route has put aside after a failure may come again.
                if (!ExchangeHelper.isFailureHandled(done)) {
                    known.remove(work);
                }
            }

            @Override
            public int getOrder() {
                // After the consumer's own, such as the move of a file.
                return Ordered.LOWEST;
            }
        }));
    }

    /** A database that has the key already says so with an exception, if another was quicker between its look and its insert. */
    private static boolean add(IdempotentRepository known, String work) {
        try {
            return known.add(work);
        } catch (RuntimeException e) {
            if (known.contains(work)) {
                return false;
            }
            throw e;
        }
    }
}
