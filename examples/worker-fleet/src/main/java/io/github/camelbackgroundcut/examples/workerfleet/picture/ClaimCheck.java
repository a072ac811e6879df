// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

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

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if the text is none */
    public static ClaimCheck of(String json) {
        try {
            ClaimCheck claim = JSON.readValue(json, ClaimCheck.class);
            if (claim != null && claim.bucket != null && claim.key != null && claim.name != null) {
                return claim;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The message is not a claim check: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The claim check lacks a bucket, a key or a name: " + json);
    }
}
