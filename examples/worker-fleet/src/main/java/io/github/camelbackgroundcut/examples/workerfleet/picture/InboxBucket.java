// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import java.util.Iterator;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Handler;
import org.apache.camel.component.aws2.s3.AWS2S3Endpoint;
import org.apache.camel.support.service.ServiceHelper;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The prefix of a bucket that pictures are dropped into. A picture is copied to another prefix, then its message is sent, then it leaves the
 * inbox: killed in between, the dispatcher does all again, and the broker refuses the second message.
 */
public final class InboxBucket implements CamelContextAware {

    private static final int PRECONDITION_FAILED = 412;

    private CamelContext context;
    private String bucket;
    private String inbox;
    private String taken;

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    public void setBucket(String bucket) {
        this.bucket = bucket;
    }

    /** @param inbox the prefix of pictures that are dropped */
    public void setInbox(String inbox) {
        this.inbox = inbox;
    }

    /** @param taken the prefix of pictures that are in the queue, or were */
    public void setTaken(String taken) {
        this.taken = taken;
    }

    /** The pictures in the inbox. Of a million no more than a page of a thousand is held. */
    @Handler
    public Iterator<S3Object> pictures() {
        return client().listObjectsV2Paginator(request -> request.bucket(bucket).prefix(inbox)).contents().stream()
                // Folders, which consoles and tools make as objects whose keys end in a slash, stay where they are.
                .filter(object -> !object.key().endsWith("/"))
                .iterator();
    }

    /** Copies the picture to where its message says that it is. */
    public String take(S3Object picture) {
        String name = picture.key().substring(inbox.length());
        String etag = client().copyObject(request -> request.sourceBucket(bucket)
                        .sourceKey(picture.key())
                        .copySourceIfMatch(picture.eTag())
                        .destinationBucket(bucket)
                        .destinationKey(taken + name))
                .copyObjectResult()
                .eTag();
        return new ClaimCheck(bucket, taken + name, etag, name).toJson();
    }

    /** The same for each message of a picture. */
    public String id(S3Object picture) {
        return bucket + "/" + picture.key() + " " + picture.eTag() + " "
                + picture.lastModified().toEpochMilli();
    }

    /** Takes the picture out of the inbox, unless another one has replaced it. */
    public void remove(S3Object picture) {
        try {
            client().deleteObject(
                            request -> request.bucket(bucket).key(picture.key()).ifMatch(picture.eTag()));
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
        }
    }

    private S3Client client() {
        AWS2S3Endpoint endpoint = context.getEndpoint("aws2-s3:" + bucket, AWS2S3Endpoint.class);
        // The first timer may be quicker than the context.
        ServiceHelper.startService(endpoint);
        return endpoint.getS3Client();
    }
}
