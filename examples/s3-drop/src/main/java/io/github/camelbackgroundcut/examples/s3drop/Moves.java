// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The two requests that move a picture out of the inbox. They are carried out only if the object is still the one that was read:
 * who replaces a picture while it is worked on finds the new one in the inbox. Camel's headers have no such condition.
 */
public final class Moves {

    private static final int PRECONDITION_FAILED = 412;

    private String bucket;

    public void setBucket(String bucket) {
        this.bucket = bucket;
    }

    /**
     * @param etag of the object that was read; null if it never was
     * @param destination its key from now on
     */
    public CopyObjectRequest copy(
            @ExchangeProperty("key") String key,
            @ExchangeProperty("etag") String etag,
            @ExchangeProperty("destination") String destination) {
        return CopyObjectRequest.builder()
                .sourceBucket(bucket)
                .sourceKey(key)
                .copySourceIfMatch(condition(etag))
                .destinationBucket(bucket)
                .destinationKey(destination)
                .build();
    }

    /** @param etag as of {@link #copy} */
    public DeleteObjectRequest delete(@ExchangeProperty("key") String key, @ExchangeProperty("etag") String etag) {
        return DeleteObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .ifMatch(condition(etag))
                .build();
    }

    /** Whether an exchange has failed since its object is another one now. */
    public boolean isReplaced(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        S3Exception answer = ObjectHelper.getException(S3Exception.class, failure);
        return answer != null && answer.statusCode() == PRECONDITION_FAILED;
    }

    private static String condition(String etag) {
        return Objects.requireNonNullElse(etag, "").isEmpty() ? null : etag;
    }
}
