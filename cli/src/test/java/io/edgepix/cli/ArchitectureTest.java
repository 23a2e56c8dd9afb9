package io.edgepix.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.TopLevelClasses;

/** Commands do not depend on the list of commands, nor on each other. */
@AnalyzeClasses(packages = "io.edgepix.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule only_the_face_of_imaging_is_used = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.edgepix.imaging..")
                    .and(not(resideInAnyPackage("io.edgepix.imaging", "io.edgepix.imaging.model"))));

    @ArchTest
    static final ArchRule classes_are_free_of_circles =
            slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_list_uses_the_commands = classes()
            .that()
            .areAnnotatedWith("picocli.CommandLine$Command")
            .and()
            .doNotHaveSimpleName("Root")
            .should()
            .onlyHaveDependentClassesThat()
            .haveSimpleName("Edgepix");
}
