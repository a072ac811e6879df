// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** 401: the key or token is missing, wrong or expired, or the path is outside of the token's scope. */
public class AuthenticationFailedException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public AuthenticationFailedException(ErrorAnswer answer) {
        super(answer, "Check apiKey; an access token may have expired, or its paths may not cover this call.", false);
    }
}
