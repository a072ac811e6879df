// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** 402: no credits are left. */
public class CreditsExhaustedException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public CreditsExhaustedException(ErrorAnswer answer) {
        super(answer, "No credits are left: nothing will be processed until the account has some.", false);
    }
}
