// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import io.github.camelbackgroundcut.api.ApiCall;

/** 401: the key or token is missing, wrong or expired, or the path lies outside of the token's scope. */
public class AuthenticationFailedException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public AuthenticationFailedException(ErrorAnswer answer) {
        super(answer, advice(answer.call()), false);
    }

    private static String advice(ApiCall call) {
        String advice = "Check apiKey; an access token may have expired, or its paths may not cover this call.";
        return call == ApiCall.PUBLIC_URL
                ? advice + " In the dialect keys, downloads need a token for /v3/file-ops/get-public-url/."
                : advice;
    }
}
