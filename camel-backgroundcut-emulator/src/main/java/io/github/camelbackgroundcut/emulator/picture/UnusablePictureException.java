// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

/** A picture that no cutout can be made of. The message is a reason that the picture's sender can act on. */
public class UnusablePictureException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusablePictureException(String reason) {
        super(reason);
    }

    public UnusablePictureException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
