// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** Pictures of a caller that waits for the answers. */
final class CallTrial extends RouteTrial {

    private final Map<TrialPicture, Exchange> answers = new LinkedHashMap<>();

    CallTrial(RouteOnTrial route, Endpoint input, boolean repeats) {
        super(route, input, repeats);
    }

    @Override
    void send() {
        TrialPicture.BROKEN.forEach(this::call);
        TrialPicture.GOOD.forEach(this::call);
    }

    @Override
    void check() throws Exception {
        for (TrialPicture broken : TrialPicture.BROKEN) {
            assertThat(answers.get(broken).getException()).as(broken.name()).isNotNull();
        }
        int lost = 0;
        for (TrialPicture good : TrialPicture.GOOD) {
            Exchange answer = answers.get(good);
            if (answer.getException() != null) {
                lost++;
            } else {
                assertThat(shows(answer, good)).as(good.name()).isTrue();
            }
        }
        if (repeats) {
            assertThat(lost).as("good pictures that failed").isZero();
            assertThat(route.emulator.charges()).hasSize(TrialPicture.GOOD.size());
        } else {
            assertThat(lost).isLessThan(TrialPicture.GOOD.size());
        }
    }

    private void call(TrialPicture picture) {
        answers.put(picture, route.context().createProducerTemplate().request(input, exchange -> {
            exchange.getMessage().setBody(picture.bytes());
            exchange.getMessage().setHeader(Exchange.FILE_NAME, picture.name());
        }));
    }

    private boolean shows(Exchange answer, TrialPicture picture) throws Exception {
        if (answer.getMessage().getBody() instanceof BufferedImage image) {
            return picture.isIn(image);
        }
        return picture.isIn(Files.write(
                route.folder.resolve(picture.stem()), answer.getMessage().getBody(byte[].class)));
    }
}
