// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** 5xx: the service, or a server before it, is unavailable. */
public class ServiceUnavailableException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public ServiceUnavailableException(ErrorAnswer answer) {
        super(answer, "The service is unavailable: try again later.", true);
    }
}
