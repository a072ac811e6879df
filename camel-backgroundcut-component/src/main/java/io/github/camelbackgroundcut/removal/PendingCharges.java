// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Remembers beyond this process which process calls are under way: what was sent, and not yet heard of, must not be sent again by
 * another process.
 *
 * <p>The calls of a piece of work are numbered from 0, and each has a key of its own. The message that adds the key of the
 * next one may make it: {@code add} lets one of several succeed. A key that is removed and added again would tell nobody
 * that it is another one's now.
 *
 * <p>What was paid stays paid if a route's transaction is rolled back. A transaction is bound to its thread; so a message that
 * may be in one has the repository asked on another.
 */
final class PendingCharges {

    /** More than are ever made, in case a repository claims to contain everything. */
    private static final int MOST_CALLS = 100;

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
        return contains(key(work, 0));
    }

    /**
     * The newest call that has begun.
     *
     * @param call one that has
     */
    int newest(String work, int call) {
        int newest = call;
        while (newest < MOST_CALLS && contains(key(work, newest + 1))) {
            newest++;
        }
        return newest;
    }

    /**
     * A call is about to be sent.
     *
     * @return false if somebody else has begun it: then it must not be sent
     */
    boolean begin(String work, int call) {
        return ask(known -> begin(known, work, call)).orElse(true);
    }

    private static boolean begin(IdempotentRepository known, String work, int call) {
        // Somebody may still wait for one of those before, and would add its successor if that were gone.
        for (int before = 0; before < call; before++) {
            add(known, key(work, before));
        }
        return add(known, key(work, call));
    }

    /**
     * Nothing is under way any more.
     *
     * @param newest the last call that was begun
     */
    void end(String work, int newest) {
        ask(known -> end(known, work, newest));
    }

    /**
     * The call was carried out. It is forgotten when the exchange is done without a failure, and with it that of the consumer:
     * killed before, the next process must not take one "not found" for an answer.
     */
    void endWith(Exchange exchange, String work, int newest) {
        if (!isRemembered()) {
            return;
        }
        Optional<ExchangeSuccess> consumer = ConsumerExchanges.successOf(exchange);
        Runnable end = () -> end(work, newest);
        ExchangeSuccess.of(exchange).then(() -> consumer.ifPresentOrElse(success -> success.then(end), end));
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

    /** The first one last: while it is there, others wait. */
    private static boolean end(IdempotentRepository known, String work, int newest) {
        boolean removed = false;
        for (int call = newest; call >= 0; call--) {
            removed |= known.remove(key(work, call));
        }
        return removed;
    }

    private boolean contains(String key) {
        return ask(known -> known.contains(key)).orElse(false);
    }

    private static String key(String work, int call) {
        return call == 0 ? work : work + '-' + call;
    }

    /**
     * A database that has the key already says so with an exception, if another was quicker between its look and its insert. That
     * one may have removed it since.
     */
    private static boolean add(IdempotentRepository known, String key) {
        try {
            return known.add(key);
        } catch (RuntimeException e) {
            return !known.contains(key) && known.add(key);
        }
    }
}
