package io.edgepix.imaging;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.edgepix.imaging", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheApiIsPublic = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .resideInAPackage("io.edgepix.imaging")
            .and()
            .doNotBelongToAnyOf(
                    Renderer.class,
                    RenderRequest.class,
                    Limits.class,
                    UnrenderableException.class,
                    Upright.class,
                    Plan.class,
                    PortableRenderer.class,
                    NativeRenderer.class,
                    Renderers.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule nothingButDerivativeIsUsedOfTheOtherRooms = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.edgepix..")
                    .and(DescribedPredicate.not(resideInAPackage("io.edgepix.imaging..")))
                    .and(DescribedPredicate.<JavaClass>not(resideInAPackage("io.edgepix.derivative"))));
}
