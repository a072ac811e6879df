// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Producer;

/** What an endpoint does; the names are those of its URI. */
public enum BackgroundCutOperation {
    removeBackground(RemoveBackgroundProducer::new, OptionChecks::removeBackground),
    upload(UploadProducer::new, OptionChecks::upload),
    process(ProcessProducer::new, OptionChecks::process),
    download(DownloadProducer::new, OptionChecks::none),
    token(TokenProducer::new, OptionChecks::token),
    segment(SegmentProducer::new, OptionChecks::segment),
    usage(UsageProducer::new, OptionChecks::none);

    private final Function<BackgroundCutEndpoint, Producer> producer;
    private final OptionCheck check;

    BackgroundCutOperation(Function<BackgroundCutEndpoint, Producer> producer, OptionCheck check) {
        this.producer = producer;
        this.check = check;
    }

    Producer createProducer(BackgroundCutEndpoint endpoint) {
        return producer.apply(endpoint);
    }

    /**
     * Checks the options that this operation reads, and those that all read.
     *
     * @throws IllegalArgumentException with a sentence that says what to change
     */
    void checkOptions(BackgroundCutConfiguration options, CamelContext context) {
        OptionChecks.common(options);
        check.check(options, context);
    }

    @FunctionalInterface
    private interface OptionCheck {
        void check(BackgroundCutConfiguration options, CamelContext context);
    }
}
