package io.edgepix.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

/** Checks that commands do not depend on the list of commands, or on each other. */
@AnalyzeClasses(packages = "io.edgepix.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule only_the_face_of_imaging_is_used = SharedRules.ONLY_THE_FACE_OF_IMAGING_IS_USED;

    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;

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
