// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Remembers beyond this process which process calls are under way: what was sent, and not yet heard of, must not be sent again by
 * another process.
 *
 * <p>What was paid stays paid if a route's transaction is rolled back. A transaction is bound to its thread; so a message that
 * may be in one has the repository asked on another.
 */
final class PendingCharges {

    private final Optional<IdempotentRepository> repository;
    private final Executor outsideOfTransactions;

    /**
     * @param outsideOfTransactions runs on a thread that has no transaction
     */
    PendingCharges(Optional<IdempotentRepository> repository, Executor outsideOfTransactions) {
        this.repository = repository;
        this.outsideOfTransactions = outsideOfTransactions;
    }

    /** Whether anything is remembered at all. */
    boolean isRemembered() {
        return repository.isPresent();
    }

    boolean isUnderWay(String work) {
        return ask(known -> known.contains(work)).orElse(false);
    }

    /**
     * The call is about to be sent.
     *
     * @return false if somebody else has begun it: then it must not be sent
     */
    boolean begin(String work) {
        return ask(known -> add(known, work)).orElse(true);
    }

    /**
     * Takes over what somebody has begun who died.
     *
     * @return whether it is ours now; of several who try, it is one's
     */
    boolean takeOver(String work) {
        return ask(known -> known.remove(work) && add(known, work)).orElse(true);
    }

    /** The call was surely not carried out. */
    void end(String work) {
        ask(known -> known.remove(work));
    }

    /**
     * The call was carried out. It is forgotten when the exchange is done without a failure, and its consumer with it: killed before,
     * the next process must not take one "not found" for an answer.
     */
    void endWith(Exchange exchange, String work) {
        if (!isRemembered()) {
            return;
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                // What a route has put aside after a failure may come again.
                if (!ExchangeHelper.isFailureHandled(done)) {
                    end(work);
                }
            }

            @Override
            public int getOrder() {
                // After the consumer's own, such as the move of a file.
                return Ordered.LOWEST;
            }
        });
    }

    private Optional<Boolean> ask(Predicate<IdempotentRepository> question) {
        return repository.map(known -> {
            try {
                return CompletableFuture.supplyAsync(() -> question.test(known), outsideOfTransactions)
                        .join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        });
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
