package io.edgepix.configuration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

@AnalyzeClasses(packages = "io.edgepix.configuration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;

    /** The readers of the fields do not depend on Lambda, S3 or pictures. */
    @ArchTest
    static final ArchRule reading_needs_derivatives_and_gson_alone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgepix.configuration",
                    "io.edgepix.derivative",
                    "com.google.gson..",
                    "java..",
                    "javax.crypto..",
                    "org.jspecify.annotations");
}
