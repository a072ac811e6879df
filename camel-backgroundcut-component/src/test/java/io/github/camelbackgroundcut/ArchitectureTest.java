// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelbackgroundcut.api.dialect.Dialects;
import io.github.camelbackgroundcut.api.dialect.V3Dialect;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.http.base.HttpOperationFailedException;

/** The allowed dependencies between packages. */
@AnalyzeClasses(
        packages = "io.github.camelbackgroundcut",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyTheComponent.class})
class ArchitectureTest {

    private static final String ROOT = "io.github.camelbackgroundcut";
    private static final String API = ROOT + ".api..";
    private static final String DIALECT = ROOT + ".api.dialect";
    private static final String HTTP = ROOT + ".http..";
    private static final String HTTP_CLIENT = "org.apache.hc..";

    private static final int MOST_CLASSES = 20;

    /** With its generated configurer. */
    private static final DescribedPredicate<JavaClass> COMPONENT = describe(
            "BackgroundCutComponent", type -> type.getName().startsWith(BackgroundCutComponent.class.getName()));

    /** Plain values that every package may use, with what is generated of them. */
    private static final DescribedPredicate<JavaClass> LEAVES = describe(
            "leaves",
            type -> Stream.of(
                            BackgroundCutConfiguration.class,
                            BackgroundCutConfigurationConfigurer.class,
                            BackgroundCutConstants.class,
                            BackgroundCutOperation.class,
                            AccessTokenProvider.class,
                            Cutout.class)
                    .anyMatch(leaf -> type.getName().startsWith(leaf.getName())));

    /** The allowed dependencies. The root may use all packages. */
    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(resideInAPackage(ROOT).and(not(LEAVES)))
            .layer("options")
            .definedBy(ROOT + ".options")
            .layer("removal")
            .definedBy(ROOT + ".removal")
            .layer("call")
            .definedBy(ROOT + ".call")
            .layer("observe")
            .definedBy(ROOT + ".observe")
            .layer("health")
            .definedBy(ROOT + ".health")
            .layer("body")
            .definedBy(ROOT + ".body")
            .layer("convert")
            .definedBy(ROOT + ".convert")
            .layer("tracing")
            .definedBy(ROOT + ".tracing")
            .layer("http")
            .definedBy(HTTP)
            .layer("api")
            .definedBy(API)
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers("tracing")
            .whereLayer("tracing")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("convert")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("options")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("root", "options")
            .whereLayer("removal")
            .mayOnlyBeAccessedByLayers("root", "options")
            .whereLayer("call")
            .mayOnlyBeAccessedByLayers("root", "options", "removal")
            .whereLayer("observe")
            .mayOnlyBeAccessedByLayers("root", "removal", "call")
            .whereLayer("body")
            .mayOnlyBeAccessedByLayers("root", "convert", "removal");

    @ArchTest
    static final ArchRule apiKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(API))));

    @ArchTest
    static final ArchRule apiKnowsOneClassOfCamel = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.apache.camel..").and(not(name(HttpOperationFailedException.class.getName()))))
            .because("the API client serves without Camel, too; its errors alone fit into a route's onException");

    @ArchTest
    static final ArchRule httpKnowsTheApiOnly = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(ROOT + "..", "org.apache.camel..").and(not(resideInAnyPackage(HTTP, API))));

    @ArchTest
    static final ArchRule onlyTheComponentKnowsTheTransport = noClasses()
            .that(resideInAPackage(ROOT).and(not(COMPONENT)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HTTP);

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getSimpleName().matches("package-info|.*(Configurer|UriFactory|Loader)"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(MOST_CLASSES));
    }

    /** Neither the steps of a removal nor a producer can tell a dialect from another. */
    @ArchTest
    static final ArchRule onlyTheClientSpeaksADialect = noClasses()
            .that(not(resideInAPackage(API)).and(not(COMPONENT)).and(not(name(BackgroundCutEndpoint.class.getName()))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DIALECT)
            .because("another dialect must be another class, and no more");

    /** What makes the client chooses a dialect, and asks for its name. */
    @ArchTest
    static final ArchRule aDialectIsCalledThroughItsInterface = noClasses()
            .that()
            .resideOutsideOfPackage(DIALECT)
            .should()
            .dependOnClassesThat(resideInAPackage(DIALECT)
                    .and(not(name(V3Dialect.class.getName())))
                    .and(not(name(Dialects.class.getName()))));

    @ArchTest
    static final ArchRule dialectsKnowTheApiOnly = noClasses()
            .that()
            .resideInAPackage(DIALECT)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(API))));

    @ArchTest
    static final ArchRule httpClientStaysInTheTransport = noClasses()
            .that(not(resideInAPackage(HTTP)).and(not(COMPONENT)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HTTP_CLIENT);

    @ArchTest
    static final ArchRule onlyOneConverterKnowsTheDesktop = noClasses()
            .that()
            .haveNameNotMatching(".*\\.BufferedImageConverter(Loader)?")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.imageio..", "java.beans.."))
            .because("a JVM may be without java.desktop");

    @ArchTest
    static final ArchRule nobodyKnowsTheEmulator =
            noClasses().should().dependOnClassesThat().resideInAPackage(ROOT + ".emulator..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingIsLoggedPastSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule noMethodIsSynchronized = methods()
            .should()
            .notHaveModifier(JavaModifier.SYNCHRONIZED)
            .because("a monitor around a blocking call pins a virtual thread");

    /** The emulator, on the tests' class path, has the same root package. */
    static final class OnlyTheComponent implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/camelbackgroundcut/emulator/");
        }
    }
}
