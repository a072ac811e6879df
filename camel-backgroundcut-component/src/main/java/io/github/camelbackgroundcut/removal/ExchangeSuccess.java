// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.SafeCopyProperty;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;

/** Whether an exchange has ended well, and what is to be done once it has. */
final class ExchangeSuccess extends SynchronizationAdapter implements SafeCopyProperty {

    private enum State {
        OPEN,
        SUCCEEDED,
        FAILED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> actions = new ArrayList<>();
    private State state = State.OPEN;

    private ExchangeSuccess() {}

    static ExchangeSuccess of(Exchange exchange) {
        ExchangeSuccess success = new ExchangeSuccess();
        exchange.getExchangeExtension().addOnCompletion(success);
        return success;
    }

    /** Whether the exchange has not ended. */
    boolean isOpen() {
        lock.lock();
        try {
            return state == State.OPEN;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the action when the exchange ends well, at once if it has, and never if it fails. */
    void then(Runnable action) {
        lock.lock();
        try {
            if (state == State.OPEN) {
                actions.add(action);
            }
            if (state != State.SUCCEEDED) {
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    @Override
    public void onComplete(Exchange done) {
        // What a route has put aside after a failure may come again.
        end(ExchangeHelper.isFailureHandled(done) ? State.FAILED : State.SUCCEEDED);
    }

    @Override
    public void onFailure(Exchange done) {
        end(State.FAILED);
    }

    private void end(State end) {
        List<Runnable> due;
        lock.lock();
        try {
            state = end;
            due = end == State.SUCCEEDED ? List.copyOf(actions) : List.of();
            actions.clear();
        } finally {
            lock.unlock();
        }
        RuntimeException failed = null;
        for (Runnable action : due) {
            try {
                action.run();
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public int getOrder() {
        // After the consumer's own, such as the move of a file.
        return Ordered.LOWEST;
    }

    /** Copies of the exchange share it. */
    @Override
    public SafeCopyProperty safeCopy() {
        return this;
    }
}
