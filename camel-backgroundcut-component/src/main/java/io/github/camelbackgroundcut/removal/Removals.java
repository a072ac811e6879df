// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.call.ChargeLimit;
import io.github.camelbackgroundcut.call.Steps;
import io.github.camelbackgroundcut.observe.Counters;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/** {@code removeBackground}: pays once for each piece of work, for all endpoints of a component. */
public final class Removals {

    private final WorkClaims claims = new WorkClaims();
    private final Counters counters;
    private final ChargeLimit limit;

    public Removals(Counters counters, ChargeLimit limit) {
        this.counters = counters;
        this.limit = limit;
    }

    /**
     * The steps of one message.
     *
     * @param repository remembers, beyond this process, which work is under way
     * @param outsideOfTransactions runs on a thread that has no transaction
     */
    public Steps steps(
            Exchange exchange,
            Removal removal,
            Optional<IdempotentRepository> repository,
            Executor outsideOfTransactions)
            throws IOException {
        PendingCharges charges = new PendingCharges(repository, outsideOfTransactions);
        RemovalCalls calls = new RemovalCalls(removal.client(), removal.credential(), limit);
        if (removal.settings().looksFirst() || charges.isRemembered() || RemovalProgress.isKnown(exchange)) {
            return steps(exchange, removal, RemovalPlan.of(WorkKey.of(removal.image()), removal), calls, charges);
        }
        RemovalPlan.check(removal.variants());
        return new UploadFirst(
                exchange, new DigestedImage(removal.image()), removal.uploadPath(), calls, (path, key) -> {
                    RemovalPlan plan = RemovalPlan.of(key, removal);
                    RemovalProgress.of(exchange, plan.work()).uploaded(path).save(exchange);
                    return steps(exchange, removal, plan, calls, charges);
                });
    }

    private RemovalSteps steps(
            Exchange exchange, Removal removal, RemovalPlan plan, RemovalCalls calls, PendingCharges charges) {
        WorkTurn turn =
                new WorkTurn(plan.work(), charges, claims, removal.settings().processTimeout(), removal.since());
        return new RemovalSteps(exchange, removal, plan, calls, counters, turn);
    }
}
