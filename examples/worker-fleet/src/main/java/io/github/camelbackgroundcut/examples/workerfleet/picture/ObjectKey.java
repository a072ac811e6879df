// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What S3 allows as the key of an object. */
final class ObjectKey {

    /** In bytes. */
    private static final int LONGEST = 1024;

    private ObjectKey() {}

    /**
     * @param what the key is, as the error begins
     * @param room how many bytes of the longest key are needed for something else
     * @throws InvalidMessageException if S3 would refuse it, or a server on the way could take it for another one
     */
    static void check(String what, String key, int room) {
        if (key.isBlank()) {
            throw new InvalidMessageException(what + " is empty.");
        }
        int length = key.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST - room) {
            throw new InvalidMessageException(
                    what + " has " + length + " bytes; " + (LONGEST - room) + " are the limit.");
        }
        boolean relative = Arrays.stream(key.split("[/\\\\]", -1)).anyMatch(part -> part.matches("\\.\\.?"));
        if (relative || key.startsWith("/") || key.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidMessageException(what
                    + " is not allowed: it begins with a slash, or contains a control character, or a step to another"
                    + " folder.");
        }
    }
}
