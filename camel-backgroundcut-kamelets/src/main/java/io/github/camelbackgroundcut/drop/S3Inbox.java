// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.util.Iterator;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Looks into the inbox of a bucket, again and again, and sends the entries of its listing to a queue. It waits while the queue is full, so
 * the other pictures stay in the inbox. It opens none: a stream would have to wait for its turn.
 */
final class S3Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(S3Inbox.class);

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private volatile boolean stopped;

    S3Inbox(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /**
     * Looks into the inbox from now on.
     *
     * @param delay milliseconds between two looks
     * @return the thread, to be shut down
     */
    ScheduledExecutorService start(Endpoint queue, long delay) {
        CamelContext context = queue.getCamelContext();
        ProducerTemplate template = context.createProducerTemplate();
        ScheduledExecutorService thread =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "S3Inbox");
        thread.scheduleWithFixedDelay(() -> look(template, queue), 0, delay, TimeUnit.MILLISECONDS);
        return thread;
    }

    void stop() {
        stopped = true;
    }

    private void look(ProducerTemplate template, Endpoint queue) {
        try {
            pictures()
                    .forEachRemaining(picture -> template.send(
                            queue, exchange -> exchange.getMessage().setBody(picture)));
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("The inbox s3://{}/{} can't be listed: {}", bucket, prefix, e.getMessage());
            }
        }
    }

    /** The pictures in the order of their keys. Of a million pictures no more than a page of a thousand keys is held. */
    Iterator<S3Object> pictures() {
        return StreamSupport.stream(
                        client.listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .contents()
                                .spliterator(),
                        false)
                .takeWhile(object -> !stopped)
                // Folders, which consoles and tools make as objects whose keys end in a slash, stay where they are.
                .filter(object -> !object.key().endsWith("/"))
                .iterator();
    }
}
