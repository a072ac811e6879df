// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** 400: the service refused the parameters, or can't read the picture. Nothing was charged. */
public class InvalidRequestException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public InvalidRequestException(ErrorAnswer answer) {
        super(answer, "Nothing was charged: check the picture (PNG, JPEG or WebP, and whole) and the options.", false);
    }
}
