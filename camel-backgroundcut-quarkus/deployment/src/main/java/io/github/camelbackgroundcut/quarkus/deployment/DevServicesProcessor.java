// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Starts the emulator in dev and test mode, unless the application names a service. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
final class DevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(DevServicesProcessor.class);

    @BuildStep
    void emulator(
            BackgroundCutBuildConfig config,
            CurateOutcomeBuildItem application,
            BuildProducer<DevServicesResultBuildItem> devServices) {
        if (!config.devservices().enabled()) {
            return;
        }
        Optional<String> service =
                ServiceSettings.find(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
        if (service.isPresent()) {
            LOG.infof("No BackgroundCut emulator, because %s is set", service.get());
            return;
        }
        List<Path> classPath = EmulatorClassPath.of(application.getApplicationModel());
        if (classPath.isEmpty()) {
            LOG.info("No BackgroundCut emulator, because the application excludes camel-backgroundcut-emulator");
            return;
        }
        int port = config.devservices().port();
        devServices.produce(DevServicesResultBuildItem.<EmulatorProcess>owned()
                .feature(BackgroundCutProcessor.FEATURE)
                .description("The emulator of the BackgroundCut API")
                // The same after a live reload, so that the emulator goes on.
                .serviceConfig(Integer.toString(port))
                .startable(() -> new EmulatorProcess(classPath, port))
                .config(Map.of(ServiceSettings.API_KEY, EmulatorProcess.API_KEY))
                .configProvider(Map.of(ServiceSettings.BASE_URL, EmulatorProcess::baseUrl))
                .build());
    }
}
