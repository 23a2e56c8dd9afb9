package io.edgepix.derivation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

@AnalyzeClasses(packages = "io.edgepix.derivation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule only_the_face_of_imaging_is_used = SharedRules.ONLY_THE_FACE_OF_IMAGING_IS_USED;

    @ArchTest
    static final ArchRule the_sdk_stays_in_store_rest_purge_and_snapshot = noClasses()
            .that()
            .resideOutsideOfPackages("..store", "..rest", "..purge", "..snapshot")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule only_a_purge_depends_on_the_purge = noClasses()
            .that()
            .resideOutsideOfPackage("..purge")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..purge");

    @ArchTest
    static final ArchRule packages_are_free_of_circles =
            slices().matching("io.edgepix.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;
}
