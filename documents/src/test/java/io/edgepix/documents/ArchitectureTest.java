package io.edgepix.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

@AnalyzeClasses(packages = "io.edgepix.documents", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule only_the_face_of_imaging_is_used = SharedRules.ONLY_THE_FACE_OF_IMAGING_IS_USED;

    @ArchTest
    static final ArchRule nothing_connects_to_other_machines = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(URL|URLConnection|HttpURLConnection|Socket)|java\\.net\\.http\\..*");

    @ArchTest
    static final ArchRule openhtmltopdf_stays_in_layout_and_pictures = noClasses()
            .that()
            .resideOutsideOfPackages("..layout", "..pictures")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.openhtmltopdf..");

    @ArchTest
    static final ArchRule packages_are_free_of_circles =
            slices().matching("io.edgepix.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;
}
