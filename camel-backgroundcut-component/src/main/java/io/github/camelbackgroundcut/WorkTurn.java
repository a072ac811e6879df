// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * A message's turn to pay for its work: of several with the same work, in this component and in all processes that share a
 * repository, it is one's at a time.
 */
final class WorkTurn {

    private final String work;
    private final PaidWork paidWork;
    private final WorkClaims claims;
    private final Duration processTimeout;
    private final Instant since;

    private Optional<WorkClaims.Claim> claim = Optional.empty();
    private boolean waited;
    /** Whether the newest call of this work that has begun is ours. */
    private boolean begun;
    /** The number of the newest call that is known to have begun; 0 if none is. */
    private int call;
    /** Until when to wait for another process that has begun the work; empty if none has. */
    private Optional<Instant> othersUntil = Optional.empty();

    /**
     * @param since when the message came
     */
    WorkTurn(String work, PaidWork paidWork, WorkClaims claims, Duration processTimeout, Instant since) {
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

    /**
     * Whether the next call may be sent now. If not, the result has to be looked for: another process has begun the call, or it may
     * have begun and ended the work before this became ours, such as during our upload.
     */
    boolean begin() {
        boolean looked = begun || !paidWork.isRemembered();
        int next = begun ? call + 1 : 0;
        begun = paidWork.begin(work, next);
        if (begun) {
            call = next;
        } else {
            waitForOthers();
        }
        return begun && looked;
    }

    /**
     * Whether the work is ours now that another process had begun: that one has ended without a result, or its time is over. Of
     * several who wait it becomes one's; for the others the time begins anew.
     */
    boolean takeOver() {
        boolean overdue = othersUntil.filter(Instant.now()::isBefore).isEmpty();
        if (paidWork.begin(work, 0)) {
            begun = true;
        } else if (overdue && paidWork.begin(work, call + 1)) {
            begun = true;
            call++;
        } else if (overdue) {
            waitForOthers();
        }
        if (begun) {
            othersUntil = Optional.empty();
        }
        return begun;
    }

    /** The work was surely not done. */
    void notDone() {
        if (begun) {
            paidWork.end(work, call);
            begun = false;
        }
    }

    /** The work was done, for this exchange. */
    void doneFor(Exchange exchange) {
        paidWork.endWith(exchange, work, begun ? call : paidWork.newest(work, call));
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
        call = paidWork.newest(work, call);
        othersUntil = Optional.of(Instant.now().plus(processTimeout));
    }
}
