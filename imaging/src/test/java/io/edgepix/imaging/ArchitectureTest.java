package io.edgepix.imaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

@AnalyzeClasses(packages = "io.edgepix.imaging", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_are_free_of_circles =
            slices().matching("io.edgepix.(imaging..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;

    @ArchTest
    static final ArchRule only_derivative_is_used_of_the_other_modules = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.edgepix..")
                    .and(not(resideInAPackage("io.edgepix.imaging..")))
                    .and(not(resideInAPackage("io.edgepix.derivative"))));
}
