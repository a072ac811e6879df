// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.ExchangeProperty;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies in the inbox, page by page as it is asked for: of a million pictures no more than a thousand keys are held.
 *
 * <p>The {@code listObjects} of Camel's component ends after the first page.
 */
public final class Inbox implements CamelContextAware {

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
                // Folders, which consoles and tools make as objects whose keys end in a slash, stay where they are.
                .filter(object -> !object.key().endsWith("/"))
                .iterator();
    }

    /** Whether a picture that was listed is no longer there. */
    public boolean hasLost(@ExchangeProperty("key") String key) {
        try {
            client.headObject(request -> request.bucket(bucket).key(key));
            return false;
        } catch (NoSuchKeyException e) {
            return true;
        }
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
