package io.edgepix.cloudformation;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.TopLevelClasses;

@AnalyzeClasses(packages = "io.edgepix.cloudformation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule classes_are_free_of_circles =
            slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles();
}
