// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A message's turn to pay for its work: of several with the same work, in this component and in all processes that share a
 * repository, it is one's at a time.
 */
final class WorkTurn {

    private final String work;
    private final PendingCharges paidWork;
    private final WorkClaims claims;
    private final Duration processTimeout;
    private final Instant since;

    private Optional<WorkClaims.Claim> claim = Optional.empty();
    private boolean waited;
    /** Whether the repository knows the work as ours. */
    private boolean begun;
    /** Until when to wait for another process that has begun the work; empty if none has. */
    private Optional<Instant> othersUntil = Optional.empty();

    /**
     * @param since when the message came
     */
    WorkTurn(String work, PendingCharges paidWork, WorkClaims claims, Duration processTimeout, Instant since) {
        this.work = work;
        this.paidWork = paidWork;
        this.claims = claims;
        this.processTimeout = processTimeout;
        this.since = since;
    }

    /** Whether another process has begun the work, or had when it died. */
    boolean isOthers() {
        return othersUntil.isPresent();
    }

    /** Looks whether another process has begun the work. */
    void lookForOthers() {
        if (paidWork.isUnderWay(work)) {
            waitForOthers();
        }
    }

    /** Whether no other message of this component is at the work; then none will be until {@link #end}. */
    boolean take() {
        if (claim.isEmpty()) {
            claim = claims.take(work);
            waited = waited || claim.isEmpty();
        }
        return claim.isPresent();
    }

    /** Whether another message of this component was at the work since this one came: it may have paid. */
    boolean mayBeDone() {
        return waited || before().filter(end -> end.at().isAfter(since)).isPresent();
    }

    /** Until when a call may be under way that another message of this component has made, without hearing of its end. */
    Optional<Instant> payableFrom() {
        return before().flatMap(WorkClaims.Ended::payableFrom);
    }

    /** Whether the work is ours to begin; if not, another process has begun it. */
    boolean begin() {
        begun = begun || paidWork.begin(work);
        if (!begun) {
            waitForOthers();
        }
        return begun;
    }

    /**
     * Whether the work is ours now that another process had begun: that one has ended without a result, or its time is over. Of
     * several who wait it becomes one's.
     */
    boolean takeOver() {
        boolean overdue = othersUntil.filter(Instant.now()::isBefore).isEmpty();
        begun = paidWork.begin(work) || overdue && paidWork.takeOver(work);
        if (begun) {
            othersUntil = Optional.empty();
        } else if (overdue) {
            waitForOthers();
        }
        return begun;
    }

    /** The work was surely not done. */
    void notDone() {
        if (begun) {
            paidWork.end(work);
            begun = false;
        }
    }

    /** The message is done, or given up: the next one may go on. */
    void end(Optional<Instant> payableFrom) {
        claim.ifPresent(held -> held.giveBack(payableFrom));
    }

    private Optional<WorkClaims.Ended> before() {
        return claim.flatMap(WorkClaims.Claim::before);
    }

    /** When it began isn't known: it may have been just now. */
    private void waitForOthers() {
        othersUntil = Optional.of(Instant.now().plus(processTimeout));
    }
}
