package io.edgepix.derivation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.edgepix.derivation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_sdk_stays_in_store_and_purge = noClasses()
            .that()
            .resideOutsideOfPackages("..store", "..purge")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..")
            .allowEmptyShould(true);
}
