// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Who may know whom: the design's arrows. */
@AnalyzeClasses(
        packages = "io.github.camelbackgroundcut",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyTheComponent.class})
class ArchitectureTest {

    private static final String FACE = "io.github.camelbackgroundcut";
    private static final String API = FACE + ".api..";
    private static final String HTTP = FACE + ".http..";
    private static final String IMAGE = FACE + ".image..";
    private static final String HTTP_CLIENT = "org.apache.hc..";

    /** With its generated configurer. */
    private static final DescribedPredicate<JavaClass> COMPONENT = describe(
            "BackgroundCutComponent", type -> type.getName().startsWith(BackgroundCutComponent.class.getName()));

    @ArchTest
    static final ArchRule apiKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat(resideInAPackage(FACE + "..").and(not(resideInAPackage(API))));

    @ArchTest
    static final ArchRule apiKnowsOneClassOfCamel = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.apache.camel..").and(not(name(HttpOperationFailedException.class.getName()))))
            .because("the API client serves without Camel, too; its errors alone fit into a route's onException");

    @ArchTest
    static final ArchRule imageKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(IMAGE)
            .should()
            .dependOnClassesThat(resideInAPackage(FACE + "..").and(not(resideInAPackage(IMAGE))));

    @ArchTest
    static final ArchRule httpKnowsTheApiOnly = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(FACE + "..", "org.apache.camel..").and(not(resideInAnyPackage(HTTP, API))));

    @ArchTest
    static final ArchRule onlyTheComponentKnowsTheTransport = noClasses()
            .that(resideInAPackage(FACE).and(not(COMPONENT)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HTTP);

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
            noClasses().should().dependOnClassesThat().resideInAPackage(FACE + ".emulator..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(FACE + ".(*)..").should().beFreeOfCycles();

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
