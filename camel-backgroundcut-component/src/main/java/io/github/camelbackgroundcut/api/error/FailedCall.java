// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** The common part of all errors of calls. */
public interface FailedCall {

    /** The call that failed, such as {@code upload}, {@code process} or {@code download}. */
    String getOperation();

    /**
     * Whether the service may have done the work of a paid call, and charged for it, although the call failed here: ask for
     * the output before the call is repeated.
     */
    boolean mayHaveBeenCharged();

    /** The call that failed; {@code message} for what failed before a call was made. */
    static String operationOf(Throwable failure) {
        return failure instanceof FailedCall call ? call.getOperation() : "message";
    }

    /** Whether a paid call may have been done, although it failed here. */
    static boolean mayHaveBeenCharged(Throwable failure) {
        return failure instanceof FailedCall call && call.mayHaveBeenCharged();
    }
}
