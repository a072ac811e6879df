// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

/** Says why something did not start. */
public final class StartFailure {

    private StartFailure() {}

    /** The message of the first cause that isn't Camel's: the exceptions around it only say where Camel was at the time. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getClass().getName().startsWith("org.apache.camel.") && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
