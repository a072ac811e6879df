// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message in place of a picture, which stays in its bucket.
 *
 * @param bucket where the picture is
 * @param key its key there
 * @param etag says which picture was there; another one has a message of its own
 * @param name its path, which the keys of its cutouts begin with
 */
public record ClaimCheck(String bucket, String key, String etag, String name) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In an HTTP header. */
    private static final Pattern ETAG = Pattern.compile("\"[!#-~]{1,128}\"");

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws InvalidMessageException if the text is none */
    public static ClaimCheck of(String json) {
        try {
            ClaimCheck claim = JSON.readValue(json, ClaimCheck.class);
            if (claim != null
                    && Stream.of(claim.bucket, claim.key, claim.etag, claim.name)
                            .allMatch(part -> part != null)) {
                return claim.checked();
            }
        } catch (JsonProcessingException e) {
            throw new InvalidMessageException("The message is not a claim check: " + e.getOriginalMessage(), e);
        }
        throw new InvalidMessageException("The claim check lacks a bucket, a key, an etag or a name: " + json);
    }

    private ClaimCheck checked() {
        // Some tools show it without its quotes.
        String quoted = etag.startsWith("\"") ? etag : '"' + etag + '"';
        if (!ETAG.matcher(quoted).matches()) {
            throw new InvalidMessageException("The etag of the claim check is none: " + etag);
        }
        ObjectKey.check("The key of the claim check", key, 0);
        return new ClaimCheck(bucket, key, quoted, name);
    }
}
