// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** A message body that isn't an image that can be sent. Nothing was sent, nothing was charged. */
public class InvalidImageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidImageException(String message) {
        super(message);
    }

    public InvalidImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
