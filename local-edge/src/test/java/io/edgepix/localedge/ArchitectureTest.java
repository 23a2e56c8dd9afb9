package io.edgepix.localedge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;

/** Checks that packages and classes have no circular dependencies, and that few classes use Jetty and s3proxy. */
@AnalyzeClasses(packages = "io.edgepix.localedge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.edgepix.localedge";

    @ArchTest
    static final ArchRule only_the_face_of_imaging_is_used = SharedRules.ONLY_THE_FACE_OF_IMAGING_IS_USED;

    @ArchTest
    static final ArchRule packages_are_free_of_circles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;

    @ArchTest
    static final ArchRule packages_do_not_use_the_root = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".behaviour..",
                    ROOT + ".bucket..",
                    ROOT + ".cache..",
                    ROOT + ".function..",
                    ROOT + ".http..",
                    ROOT + ".lambda..",
                    ROOT + ".origin..",
                    ROOT + ".page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule few_classes_of_the_root_are_public = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .resideInAPackage(ROOT)
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .doNotHaveSimpleName("LocalEdge")
            .and()
            .doNotHaveSimpleName("LocalDeployment")
            .and()
            .doNotHaveSimpleName("LocalStack")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule jetty_is_used_by_the_server_only = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(LocalEdge|HttpFront|PlainErrors|Reasons)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule s3proxy_is_used_by_the_bucket_only = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".bucket..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gaul..");
}
