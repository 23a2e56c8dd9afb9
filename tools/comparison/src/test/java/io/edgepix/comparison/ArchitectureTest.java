package io.edgepix.comparison;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

/** Peers, pictures and tables do not depend on each other. */
@AnalyzeClasses(packages = "io.edgepix.comparison", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule only_the_face_of_imaging_is_used = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.edgepix.imaging..")
                    .and(not(resideInAnyPackage("io.edgepix.imaging", "io.edgepix.imaging.model"))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_are_free_of_circles =
            slices().matching("io.edgepix.comparison.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;
}
