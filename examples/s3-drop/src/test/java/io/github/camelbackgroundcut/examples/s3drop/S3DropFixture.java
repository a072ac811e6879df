// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.drop.Drop;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/** An s3 drop on the buckets of a test. */
final class S3DropFixture implements AutoCloseable {

    /** The paths of the pictures that it has made all cutouts of, as often as it did. */
    final List<String> done = new CopyOnWriteArrayList<>();

    private final TestBuckets buckets;
    private final S3Drop s3Drop;

    S3DropFixture(TestBuckets buckets, Path folder, Map<String, String> more) {
        this.buckets = buckets;
        Map<String, String> settings = new HashMap<>(buckets.settings(folder));
        settings.putAll(more);
        // Where AWS' client looks, apart from the environment.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "us-east-1");
        s3Drop = new S3Drop(buckets.service(), settings);
        s3Drop.bind("done", new SimpleEventNotifierSupport() {
            {
                setIgnoreExchangeEvents(false);
                setIgnoreExchangeCompletedEvent(false);
            }

            @Override
            public void notify(CamelEvent event) {
                // The Kamelet's own exchange, and not that of the steps behind it.
                if (event instanceof CamelEvent.ExchangeCompletedEvent completed
                        && completed.getExchange().getFromEndpoint() instanceof SedaEndpoint
                        && completed.getExchange().getMessage().getBody() instanceof List) {
                    done.add(completed.getExchange().getProperty(Drop.PICTURE, String.class));
                }
            }
        });
    }

    S3DropFixture start() {
        s3Drop.start();
        return this;
    }

    /** Waits until no picture is left. */
    void awaitEmptyInbox() {
        await().pollInterval(300, MILLISECONDS)
                .atMost(90, SECONDS)
                .until(() -> buckets.keys(buckets.source(), "inbox/").stream().allMatch(key -> key.endsWith("/")));
    }

    @Override
    public void close() {
        s3Drop.close();
    }
}
