// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which package may use which, and how large packages and classes may be. */
@AnalyzeClasses(packagesOf = BackgroundCutEmulator.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelbackgroundcut.emulator";
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int MOST_CLASSES = 20;
    private static final int MOST_LINES = 300;

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.camelbackgroundcut..")
            .layer("emulator")
            .definedBy(ROOT)
            .layer("server")
            .definedBy(ROOT + ".server")
            .layer("api")
            .definedBy(ROOT + ".api")
            .layer("auth")
            .definedBy(ROOT + ".auth")
            .layer("injection")
            .definedBy(ROOT + ".fault.injection")
            .layer("store")
            .definedBy(ROOT + ".store")
            .layer("plan")
            .definedBy(ROOT + ".plan")
            .layer("dialect")
            .definedBy(ROOT + ".dialect")
            .layer("http")
            .definedBy(ROOT + ".http")
            .layer("fault")
            .definedBy(ROOT + ".fault")
            .layer("engine")
            .definedBy(ROOT + ".engine")
            .layer("mask")
            .definedBy(ROOT + ".engine.mask")
            .layer("backdrop")
            .definedBy(ROOT + ".engine.backdrop")
            .layer("picture")
            .definedBy(ROOT + ".picture")
            .layer("colour")
            .definedBy(ROOT + ".picture.colour")
            .layer("metadata")
            .definedBy(ROOT + ".picture.metadata")
            .whereLayer("emulator")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("emulator")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("auth")
            .mayOnlyBeAccessedByLayers("server", "api")
            .whereLayer("injection")
            .mayOnlyBeAccessedByLayers("server", "api")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("emulator", "server", "api", "auth", "injection")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("emulator", "server", "api", "auth")
            .whereLayer("dialect")
            .mayOnlyBeAccessedByLayers("emulator", "server", "api", "injection")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("server", "api", "auth", "injection", "store", "plan")
            .whereLayer("fault")
            .mayOnlyBeAccessedByLayers("emulator", "server", "injection")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("emulator", "server", "api", "dialect")
            .whereLayer("mask")
            .mayOnlyBeAccessedByLayers("engine")
            .whereLayer("backdrop")
            .mayOnlyBeAccessedByLayers("engine", "mask")
            .whereLayer("picture")
            .mayOnlyBeAccessedByLayers("server", "api", "store", "engine", "mask", "backdrop")
            .whereLayer("colour")
            .mayOnlyBeAccessedByLayers("picture")
            .whereLayer("metadata")
            .mayOnlyBeAccessedByLayers("picture")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule THE_COMPONENT_IS_UNKNOWN = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.github.camelbackgroundcut..").and(resideOutsideOfPackage(ROOT + "..")));

    @ArchTest
    static final ArchRule VERTX_STAYS_OUT_OF_STORE_PLANS_FAULTS_AND_ENGINE = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".store",
                    ROOT + ".plan",
                    ROOT + ".dialect",
                    ROOT + ".fault",
                    ROOT + ".http",
                    ROOT + ".engine..",
                    ROOT + ".picture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule OPENCV_STAYS_IN_ENGINE_AND_PICTURE = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".engine..", ROOT + ".picture..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.opencv..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @ArchTest
    static void filesAreShort(JavaClasses classes) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
        }
    }

    // The program prints through picocli.
    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
