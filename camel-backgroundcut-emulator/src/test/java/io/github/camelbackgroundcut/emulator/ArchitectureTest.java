// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = BackgroundCutEmulator.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelbackgroundcut.emulator";

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.camelbackgroundcut..")
            .layer("emulator")
            .definedBy(ROOT)
            .layer("server")
            .definedBy(ROOT + ".server..")
            .layer("engine")
            .definedBy(ROOT + ".engine..")
            .layer("fault")
            .definedBy(ROOT + ".fault..")
            .layer("picture")
            .definedBy(ROOT + ".picture..")
            .whereLayer("emulator")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("emulator")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("emulator", "server")
            .whereLayer("fault")
            .mayOnlyBeAccessedByLayers("emulator", "server")
            .whereLayer("picture")
            .mayOnlyBeAccessedByLayers("engine", "server");

    @ArchTest
    static final ArchRule THE_COMPONENT_IS_UNKNOWN = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.github.camelbackgroundcut..").and(resideOutsideOfPackage(ROOT + "..")));

    @ArchTest
    static final ArchRule HTTP_STAYS_IN_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule OPENCV_STAYS_IN_ENGINE_AND_PICTURE = classes()
            .that()
            .resideInAnyPackage(ROOT, ROOT + ".fault..", ROOT + ".server..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("org.opencv.."));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    // The program prints through picocli.
    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
