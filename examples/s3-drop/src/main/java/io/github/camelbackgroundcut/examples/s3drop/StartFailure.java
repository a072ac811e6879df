// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

/** Says why something did not start. */
public final class StartFailure {

    private StartFailure() {}

    /**
     * The message of the first cause that isn't Camel's: the exceptions around it only say where Camel was at the time. If it
     * has a cause of its own, that one's message with it.
     */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getClass().getName().startsWith("org.apache.camel.") && cause.getCause() != null) {
            cause = cause.getCause();
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = words(cause);
        return root == cause || said.contains(words(root)) ? said : said + ": " + words(root);
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
