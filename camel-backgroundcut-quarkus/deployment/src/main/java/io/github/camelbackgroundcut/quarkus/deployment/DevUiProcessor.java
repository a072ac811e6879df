// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesRegistryBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.devui.spi.buildtime.BuildTimeActionBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import java.util.List;

/** A card in the Dev UI that opens the emulator's page. */
@BuildSteps(onlyIf = IsDevelopment.class)
final class DevUiProcessor {

    private static final String EMULATOR_PAGE = "emulatorPage";

    @BuildStep
    void card(
            List<DevServicesResultBuildItem> devServices,
            DevServicesRegistryBuildItem running,
            BuildProducer<CardPageBuildItem> cards,
            BuildProducer<BuildTimeActionBuildItem> actions) {
        if (devServices.stream().noneMatch(service -> service.getName().equals(BackgroundCutProcessor.FEATURE))) {
            return;
        }
        // The address is known when the emulator has started, which is later.
        actions.produce(new BuildTimeActionBuildItem()
                .actionBuilder()
                .methodName(EMULATOR_PAGE)
                .function(any -> running.getConfigForAllRunningServices().get(ServiceSettings.BASE_URL) + "/")
                .build());
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.externalPageBuilder("Emulator")
                .icon("font-awesome-solid:image")
                .dynamicUrlJsonRPCMethodName(EMULATOR_PAGE)
                .isHtmlContent());
        cards.produce(card);
    }
}
