package io.edgepix.viewerrequest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.edgepix.viewerrequest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The rule becomes JavaScript; the Lambda libraries stay outside it. */
    @ArchTest
    static final ArchRule the_rule_is_plain_java = classes()
            .that()
            .resideInAPackage("..rule")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgepix.viewerrequest.rule",
                    "io.edgepix.derivative",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.util",
                    "org.jspecify.annotations");
}
