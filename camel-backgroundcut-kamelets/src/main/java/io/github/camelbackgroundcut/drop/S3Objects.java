// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.util.Objects;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The requests that take a picture out of the inbox. Camel's {@code aws2-s3} can't make them on a condition. */
final class S3Objects {

    private final S3Client client;
    private final String bucket;

    S3Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /**
     * S3 can't rename: copy, then delete. Both only if the object is still the one that was read: a picture that replaces it
     * meanwhile stays in the inbox.
     *
     * @param etag of the object that was read; null if it never was
     */
    void move(String key, String etag, String destination) {
        String condition = Objects.requireNonNullElse(etag, "").isEmpty() ? null : etag;
        client.copyObject(request -> request.sourceBucket(bucket)
                .sourceKey(key)
                .copySourceIfMatch(condition)
                .destinationBucket(bucket)
                .destinationKey(destination));
        client.deleteObject(request -> request.bucket(bucket).key(key).ifMatch(condition));
    }

    /** @param text in UTF-8 */
    void putText(String key, byte[] text) {
        client.putObject(
                request -> request.bucket(bucket).key(key).contentType("text/plain; charset=utf-8"),
                RequestBody.fromBytes(text));
    }

    /** @throws IllegalArgumentException if a bucket can't be used */
    void requireBucket(String name) {
        try {
            client.headBucket(request -> request.bucket(name));
        } catch (S3Exception e) {
            // The answer to a HEAD request says no more than its status.
            throw new IllegalArgumentException(
                    "The bucket " + name + " does not exist, or these credentials can't use it in this region: status "
                            + e.statusCode(),
                    e);
        }
    }

    /** Whether a picture that was listed is no longer there. */
    boolean isLost(String key) {
        try {
            client.headObject(request -> request.bucket(bucket).key(key));
            return false;
        } catch (NoSuchKeyException e) {
            return true;
        }
    }
}
