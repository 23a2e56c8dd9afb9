package io.edgepix.localedge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Few types are for others; Jetty and s3proxy each stay behind one door. */
@AnalyzeClasses(packages = "io.edgepix.localedge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_FEW = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .doNotHaveSimpleName("EdgeFunction")
            .and()
            .doNotHaveSimpleName("LocalBucket")
            .and()
            .doNotHaveSimpleName("LocalEdge")
            .and()
            .doNotHaveSimpleName("Pair")
            .and()
            .resideOutsideOfPackage("..lambda")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule LAMBDA_KNOWS_NOTHING_OF_THE_EDGE = noClasses()
            .that()
            .resideInAPackage("io.edgepix.localedge.lambda")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.edgepix.localedge");

    @ArchTest
    static final ArchRule JETTY_IS_SEEN_BY_THE_SERVER_ONLY = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(LocalEdge|HttpFront|PlainErrors|Reasons)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule S3PROXY_IS_SEEN_BY_THE_BUCKET_ONLY = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(LocalBucket|FolderStore|FolderKeys)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gaul..");

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.edgepix.localedge.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
