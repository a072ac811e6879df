// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** 413: the file is too large. */
public class PayloadTooLargeException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public PayloadTooLargeException(ErrorAnswer answer) {
        super(answer, "The file is too large for the service: scale it down.", false);
    }
}
