// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import io.github.camelbackgroundcut.AtomicFileRepository;
import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.BackgroundCutOperation;
import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.util.List;

/**
 * What an application with the component needs. Camel Quarkus finds the component, its configurers and its converters by itself.
 * Micrometer and tracers need nothing: the component's classes that use them are linked, and only where they are.
 */
final class BackgroundCutProcessor {

    static final String FEATURE = "camel-backgroundcut";

    /** Classes that the drops name in YAML; they are there with camel-backgroundcut-kamelets and camel-sql. */
    private static final List<String> BEANS_OF_DROPS = List.of(
            "io.github.camelbackgroundcut.drop.Drop",
            "io.github.camelbackgroundcut.drop.FileDrop",
            "io.github.camelbackgroundcut.drop.S3Claims",
            "io.github.camelbackgroundcut.drop.S3CutoutHeaders",
            "io.github.camelbackgroundcut.drop.S3Drop",
            "org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem https() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** Routes in YAML and properties name these, and simple expressions call their methods. */
    @BuildStep
    void reflection(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflective) {
        reflective.produce(ReflectiveClassBuildItem.builder(
                        BackgroundCutConfiguration.class,
                        BackgroundCutOperation.class,
                        AtomicFileRepository.class,
                        Cutout.class)
                .methods()
                .build());
        String[] errors = index.getIndex().getClassesInPackage(BackgroundCutException.class.getPackageName()).stream()
                .map(error -> error.name().toString())
                .filter(error -> error.endsWith("Exception"))
                .toArray(String[]::new);
        reflective.produce(ReflectiveClassBuildItem.builder(errors).methods().build());
        String[] beans = BEANS_OF_DROPS.stream()
                .filter(QuarkusClassLoader::isClassPresentAtRuntime)
                .toArray(String[]::new);
        reflective.produce(ReflectiveClassBuildItem.builder(beans).methods().build());
    }
}
