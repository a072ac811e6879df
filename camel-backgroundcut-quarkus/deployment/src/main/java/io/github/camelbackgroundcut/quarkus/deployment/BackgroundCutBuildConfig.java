// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigDocSection;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the build. The options of the component are {@code camel.component.backgroundcut.*}. */
@ConfigMapping(prefix = "quarkus.camel.backgroundcut")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
interface BackgroundCutBuildConfig {

    /** Dev Services. */
    @ConfigDocSection
    DevServices devservices();

    /** Dev Services. */
    interface DevServices {

        /** Whether an emulator of the service starts in dev and test mode, if neither a credential nor a base URL is set. */
        @WithDefault("true")
        boolean enabled();

        /** The port of the emulator; 0 for any free one. */
        @WithDefault("0")
        int port();
    }
}
