// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

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
    private final PendingCharges charges;
    private final WorkClaims claims;
    private final Duration processTimeout;
    private final Instant since;

    private Optional<WorkClaims.Claim> claim = Optional.empty();
    private boolean waited;
    /** Whether the newest call of this work that has begun is ours. */
    private boolean begun;
    /** Whether the newest call was sent, so that the next one needs a key of its own. */
    private boolean sent;
    /** The number of the newest call that is known to have begun; 0 if none is. */
    private int call;
    /** Until when to wait for another process that has begun the work; empty if none has. */
    private Optional<Instant> othersUntil = Optional.empty();

    /**
     * @param since when the message came
     */
    WorkTurn(String work, PendingCharges charges, WorkClaims claims, Duration processTimeout, Instant since) {
        this.work = work;
        this.charges = charges;
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
        if (charges.isUnderWay(work)) {
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
     * Whether the work is ours. It is claimed before the upload, so that another process neither uploads nor pays. A repeated process
     * call claims it again, because another process may have taken the work over. If the work is not ours, the next step looks for the
     * result.
     */
    boolean begin() {
        if (begun && !sent) {
            return true;
        }
        int next = begun ? call + 1 : 0;
        begun = charges.begin(work, next);
        sent = false;
        if (begun) {
            call = next;
        } else {
            waitForOthers();
        }
        return begun;
    }

    /** The process call is about to be sent. */
    void sent() {
        sent = true;
    }

    /**
     * Whether the work of another process is ours now, because that process ended without a result, or its time is over. If several
     * messages wait, one of them gets the work. For the others the time begins anew.
     */
    boolean takeOver() {
        boolean overdue = othersUntil.filter(Instant.now()::isBefore).isEmpty();
        if (charges.begin(work, 0)) {
            begun = true;
        } else if (overdue && charges.begin(work, call + 1)) {
            begun = true;
            call++;
        } else if (overdue) {
            waitForOthers();
        }
        if (begun) {
            sent = false;
            othersUntil = Optional.empty();
        }
        return begun;
    }

    /** The work was surely not done. */
    void notDone() {
        if (begun) {
            charges.end(work, call);
            begun = false;
        }
    }

    /** The work was done, for this exchange. */
    void doneFor(Exchange exchange) {
        charges.endWith(exchange, work, begun ? call : charges.newest(work, call));
    }

    /** The message is done, or given up. The next one may continue. */
    void end(Optional<Instant> payableFrom) {
        claim.ifPresent(held -> held.giveBack(payableFrom));
    }

    private Optional<WorkClaims.Ended> before() {
        return claim.flatMap(WorkClaims.Claim::before);
    }

    /** When it began isn't known: it may have been just now. */
    private void waitForOthers() {
        call = charges.newest(work, call);
        othersUntil = Optional.of(Instant.now().plus(processTimeout));
    }
}
