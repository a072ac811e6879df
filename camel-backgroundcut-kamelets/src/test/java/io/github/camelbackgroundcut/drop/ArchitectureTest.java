// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.camelbackgroundcut.drop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Their libraries are optional. */
    @ArchTest
    static final ArchRule onlyTheS3DropKnowsAmazonAndJdbc = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("S3")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..", "org.apache.camel.component.aws2..", "org.springframework..", "javax.sql..");

    /** The others can change without notice. */
    @ArchTest
    static final ArchRule whatTheKameletsNameIsPublic = classes()
            .that()
            .arePublic()
            .should()
            .haveNameMatching(".*\\.(Drop|FileDrop|S3Drop|S3Claims|S3CutoutHeaders|Spool)");
}
