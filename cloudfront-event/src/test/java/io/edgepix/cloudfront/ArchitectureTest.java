package io.edgepix.cloudfront;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

@AnalyzeClasses(packages = "io.edgepix.cloudfront", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;
}
