package io.edgepix.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The commands do not know the list of commands, nor each other. */
@AnalyzeClasses(packages = "io.edgepix.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule classes_are_free_of_circles =
            slices().assignedFrom(new Topmost()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_list_knows_the_commands = classes()
            .that()
            .areAnnotatedWith("picocli.CommandLine$Command")
            .and()
            .doNotHaveSimpleName("Root")
            .should()
            .onlyHaveDependentClassesThat()
            .haveSimpleName("Edgepix");

    /** One slice for each top-level class. */
    private static final class Topmost implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getName();
            int nested = name.indexOf('$');
            return SliceIdentifier.of(nested < 0 ? name : name.substring(0, nested));
        }

        @Override
        public String getDescription() {
            return "top-level classes";
        }
    }
}
