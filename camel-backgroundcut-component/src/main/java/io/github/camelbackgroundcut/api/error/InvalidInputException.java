// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** A message or an option that no call can be made of. Nothing was sent, nothing was charged. */
public class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
