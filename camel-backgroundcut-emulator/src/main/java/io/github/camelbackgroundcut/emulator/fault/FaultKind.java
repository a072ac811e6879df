// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can go wrong, in the order in which a call meets it. */
public enum FaultKind {
    /** The connection is reset as soon as the request's head has come, before its body is read. Nothing is done. */
    RESET_BEFORE("reset-before", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** The call waits before its work begins, and then goes on. */
    LATENCY("latency", Duration.REQUIRED, EnumSet.allOf(CallKind.class)),
    /** 429; the duration is its {@code Retry-After}. Nothing is done. */
    RATE_LIMITED("429", Duration.OPTIONAL, EnumSet.allOf(CallKind.class)),
    /** 503; the duration is its {@code Retry-After}. Nothing is done. */
    UNAVAILABLE("503", Duration.OPTIONAL, EnumSet.allOf(CallKind.class)),
    /** 403, as a storage answers for a file that isn't there, and for a URL that has expired. Nothing is done. */
    FORBIDDEN("403", Duration.NONE, EnumSet.of(CallKind.DOWNLOAD)),
    /** 500. Nothing is done. */
    SERVER_ERROR("500", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** 502. Nothing is done. */
    BAD_GATEWAY("502", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** The connection is reset after the request was read whole. Nothing is done. */
    RESET_AFTER("reset-after", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** The stored file that the call names is deleted, so the answer is a 404, and stays one. */
    EXPIRED("expired", Duration.NONE, CallKind.THAT_NAME_FILES),
    /** This call finds itself in another region: 404, although the file that it names is stored. */
    MISSING("missing", Duration.NONE, CallKind.THAT_NAME_FILES),
    /** 504 after the work was done and charged. */
    GATEWAY_TIMEOUT("504", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** After the work: 200 with a body that is half a JSON document; of a download, an HTML page. */
    MALFORMED("malformed", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** After the work: the connection is closed in mid-body, before {@code Content-Length} is reached. */
    TRUNCATED("truncated", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** After the work: the head and a part of the body are sent, then the connection is reset. */
    RESET_MID("reset-mid", Duration.NONE, EnumSet.allOf(CallKind.class)),
    /** After the work was done and charged, the connection is closed without an answer. */
    LOST("lost", Duration.NONE, EnumSet.allOf(CallKind.class));

    /** Whether a rule for the fault has a duration. */
    enum Duration {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    private final String text;
    private final Duration duration;
    private final Set<CallKind> calls;

    FaultKind(String text, Duration duration, Set<CallKind> calls) {
        this.text = text;
        this.duration = duration;
        this.calls = calls;
    }

    /** Its name in the text form of faults, such as {@code reset-before}. */
    public String text() {
        return text;
    }

    /** Whether it can strike such a call at all. */
    public boolean fits(CallKind call) {
        return calls.contains(call);
    }

    Duration duration() {
        return duration;
    }

    boolean isStatus() {
        return this == RATE_LIMITED || this == UNAVAILABLE;
    }

    static Optional<FaultKind> fromText(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
