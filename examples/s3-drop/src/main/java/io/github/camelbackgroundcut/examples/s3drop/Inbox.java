// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies in the inbox, page by page as it is asked for: of a million pictures no more than a thousand keys are held.
 *
 * <p>The {@code listObjects} of Camel's component ends after the first page.
 */
public final class Inbox implements CamelContextAware {

    /** S3 allows 1024 bytes. The rest is for what the keys of results, and of a reason, have more. */
    private static final int MAX_KEY_BYTES = 1000;

    private static final Logger LOG = LoggerFactory.getLogger("s3drop");

    private CamelContext camelContext;
    private S3Client client;
    private String bucket;
    private String prefix;

    /** The pictures, in the order of their keys. Ends when Camel is being stopped. */
    public Iterator<S3Object> pictures() {
        Stream<S3Object> objects = StreamSupport.stream(
                client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                        .contents()
                        .spliterator(),
                false);
        return objects.takeWhile(object -> !camelContext.isStopping())
                .filter(Inbox::isPicture)
                .iterator();
    }

    /** Folders, which consoles and tools make as objects whose keys end in a slash, stay where they are. */
    private static boolean isPicture(S3Object object) {
        if (object.key().getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            LOG.warn("{} is left in the inbox: its key is longer than {} bytes", object.key(), MAX_KEY_BYTES);
            return false;
        }
        return !object.key().endsWith("/");
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    public void setClient(S3Client client) {
        this.client = client;
    }

    public void setBucket(String bucket) {
        this.bucket = bucket;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }
}
