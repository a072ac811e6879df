// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where pictures are in the source bucket, and how long the keys become there and in the target bucket. */
final class S3Prefixes {

    static final String REASON = ".reason.txt";

    /** What S3 allows, in bytes. */
    private static final int MAX_KEY = 1024;

    private String inbox = "inbox/";
    private String done = "done/";
    private String failed = "failed/";
    private List<String> variants = List.of();

    void setInbox(String inbox) {
        this.inbox = inbox;
    }

    void setDone(String done) {
        this.done = done;
    }

    void setFailed(String failed) {
        this.failed = failed;
    }

    String inbox() {
        return inbox;
    }

    String done() {
        return done;
    }

    /**
     * @param variants as JSON text
     * @throws IllegalArgumentException if something can't work
     */
    void check(String variants) {
        List<String> prefixes = List.of(inbox, done, failed);
        for (String prefix : prefixes) {
            if (!prefix.endsWith("/") || prefix.startsWith("/")) {
                throw new IllegalArgumentException("The prefix '" + prefix
                        + "' does not end in a slash, or begins with one: write it as in inbox/");
            }
            if (prefixes.stream().filter(other -> other.startsWith(prefix)).count() > 1) {
                throw new IllegalArgumentException("One of the prefixes " + prefixes
                        + " contains another: pictures that are moved would be found again. Use separate ones.");
            }
        }
        this.variants = names(variants);
        if (this.variants.isEmpty()) {
            throw new IllegalArgumentException("variants is empty: name at least one");
        }
    }

    /** Their names. */
    List<String> variants() {
        return variants;
    }

    private static List<String> names(String variants) {
        try {
            Map<String, Map<String, Object>> fields =
                    new ObjectMapper().readValue(variants, new TypeReference<Map<String, Map<String, Object>>>() {});
            return List.copyOf(fields.keySet());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "variants is not a JSON map of names to fields: write it as in {\"thumb\": {\"format\": \"webp\"}}",
                    e);
        }
    }

    /** Whether there is no room for the keys of the cutouts, or for that of the picture when it is done. */
    boolean areTooLongFor(S3Picture picture) {
        return variants.stream().anyMatch(name -> bytes(picture.path() + "/" + name + ".webp") > MAX_KEY)
                || bytes(done + picture.path()) > MAX_KEY;
    }

    /** The picture's path, or its claim where that would be too long. */
    String failedKey(S3Picture picture) {
        String key = failed + picture.path();
        return bytes(key + REASON) > MAX_KEY ? failed + picture.claim() : key;
    }

    private static int bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length;
    }
}
