// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.image.ImageBodies;
import io.github.camelbackgroundcut.image.ImageSource;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The main job in one: upload, process, download. */
final class RemoveBackgroundProducer extends BackgroundCutProducer {

    RemoveBackgroundProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Flow flow(Exchange exchange, EffectiveOptions options) throws Exception {
        ImageSource image = ImageBodies.one(exchange);
        List<NamedVariant> variants = options.variants();
        BackgroundCutConfiguration configuration = options.configuration();
        String uploadPath = configuration.getUploadPath();
        RemovalSettings settings = RemovalSettings.of(exchange, configuration);
        RemovalCalls calls = new RemovalCalls(options.client(), credential(exchange));
        PaidWork paidWork = new PaidWork(Optional.ofNullable(configuration.getIdempotentRepository()));
        PictureSum.Kind kind = sumFor(settings, paidWork);
        Counters counters = getEndpoint().getComponent().getCounters();
        if (settings.looksFirst() || paidWork.isRemembered() || RemovalProgress.isKnown(exchange)) {
            RemovalPlan plan = RemovalPlan.of(image, WorkDigest.of(image, kind), variants, uploadPath);
            return new RemovalFlow(exchange, image, plan, settings, calls, counters, paidWork);
        }
        RemovalPlan.check(image, variants, uploadPath);
        return new FirstUpload(exchange, new DigestedImage(image, kind), uploadPath, calls, (path, digest) -> {
            RemovalPlan plan = RemovalPlan.of(image, digest, variants, uploadPath);
            RemovalProgress.of(exchange, plan.work()).uploaded(path).save(exchange);
            return new RemovalFlow(exchange, image, plan, settings, calls, counters, paidWork);
        });
    }

    /** Where each message is given the results of others, nobody may be able to plant one. */
    private static PictureSum.Kind sumFor(RemovalSettings settings, PaidWork paidWork) {
        return settings.reuse() == ReuseOutputs.ALWAYS || paidWork.isRemembered()
                ? PictureSum.Kind.CRYPTOGRAPHIC
                : PictureSum.Kind.CHECKSUMS;
    }
}
