// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.image.ImageBodies;
import io.github.camelbackgroundcut.image.ImageSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The main job in one: upload, process, download. */
final class RemoveBackgroundProducer extends BackgroundCutProducer {

    RemoveBackgroundProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Flow flow(Exchange exchange, EffectiveOptions options, Instant since) throws Exception {
        ImageSource image = ImageBodies.one(exchange);
        List<NamedVariant> variants = options.variants();
        BackgroundCutConfiguration configuration = options.configuration();
        String uploadPath = configuration.getUploadPath();
        RemovalSettings settings = RemovalSettings.of(exchange, configuration);
        Credential credential = credential(exchange);
        RemovalCalls calls = new RemovalCalls(options.client(), credential);
        String account = configuration.getBaseUrl() + ' ' + credential.account();
        PaidWork paidWork = new PaidWork(Optional.ofNullable(configuration.getIdempotentRepository()));
        if (settings.looksFirst() || paidWork.isRemembered() || RemovalProgress.isKnown(exchange)) {
            RemovalPlan plan = RemovalPlan.of(WorkDigest.of(image), variants, uploadPath, account);
            return flow(exchange, image, plan, settings, calls, paidWork, since);
        }
        RemovalPlan.check(variants);
        return new FirstUpload(exchange, new DigestedImage(image), uploadPath, calls, (path, digest) -> {
            RemovalPlan plan = RemovalPlan.of(digest, variants, uploadPath, account);
            RemovalProgress.of(exchange, plan.work()).uploaded(path).save(exchange);
            return flow(exchange, image, plan, settings, calls, paidWork, since);
        });
    }

    private RemovalFlow flow(
            Exchange exchange,
            ImageSource image,
            RemovalPlan plan,
            RemovalSettings settings,
            RemovalCalls calls,
            PaidWork paidWork,
            Instant since) {
        BackgroundCutComponent component = getEndpoint().getComponent();
        WorkTurn turn =
                new WorkTurn(plan.work(), paidWork, component.getWorkClaims(), settings.processTimeout(), since);
        return new RemovalFlow(exchange, image, plan, settings, calls, component.getCounters(), turn);
    }
}
