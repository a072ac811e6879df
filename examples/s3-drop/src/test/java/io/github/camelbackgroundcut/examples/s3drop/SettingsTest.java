// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void readsTheEnvironment() {
        Settings settings = Settings.load(
                Map.of(), Map.of("S3DROP_SOURCE_BUCKET", "in", "S3DROP_TARGET_BUCKET", "out", "S3DROP_PARALLEL", "9"));

        assertThat(settings.value(Settings.SOURCE_BUCKET)).contains("in");
        assertThat(settings.properties()).containsEntry("s3drop.parallel", "9").containsEntry("s3drop.inbox", "inbox/");
    }

    @Test
    void prefersWhatItIsGiven() {
        assertThat(Settings.load(Map.of("s3drop.poll", "7"), Map.of("S3DROP_POLL", "8"))
                        .value("poll"))
                .contains("7");
    }

    @Test
    void refusesOneBucketWithoutTheOther() {
        refuses(Map.of("s3drop.source-bucket", "in"), "Set both");
    }

    @Test
    void refusesTheSameBucketTwice() {
        refuses(Map.of("s3drop.source-bucket", "in", "s3drop.target-bucket", "in"), "the same");
    }

    @Test
    void refusesAPrefixWithinAnother() {
        refuses(Map.of("s3drop.done", "inbox/done/"), "within another");
    }

    @Test
    void refusesAPrefixThatIsNoFolder() {
        refuses(Map.of("s3drop.inbox", "inbox"), "must end in a slash");
    }

    private static void refuses(Map<String, String> given, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.load(given, Map.of()))
                .withMessageContaining(reason);
    }
}
