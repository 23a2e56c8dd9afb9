package io.edgepix.originresponse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.edgepix.originresponse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_sdk_stays_in_derivation =
            noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule packages_are_free_of_circles =
            slices().matching("io.edgepix.originresponse.(**)").should().beFreeOfCycles();
}
