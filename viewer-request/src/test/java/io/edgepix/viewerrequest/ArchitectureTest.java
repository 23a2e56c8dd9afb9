package io.edgepix.viewerrequest;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.edgepix.derivative.SharedRules;
import io.edgepix.viewerrequest.js.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

@AnalyzeClasses(packages = "io.edgepix.viewerrequest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;

    /** The rule becomes JavaScript, so it does not use the Lambda libraries. */
    @ArchTest
    static final ArchRule the_rule_is_plain_java = classes()
            .that()
            .resideInAPackage("..rule")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.edgepix.viewerrequest.rule",
                            "io.edgepix.derivative",
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "org.jspecify.annotations")
                    .or(belongToAnyOf(List.class, Iterator.class)));

    @ArchTest
    static final ArchRule packages_are_free_of_circles =
            slices().matching("io.edgepix.viewerrequest.(*)..").should().beFreeOfCycles();

    /** Only the exports of rule.js use the JavaScript API of TeaVM. */
    @ArchTest
    static final ArchRule the_entry_is_the_rule_and_nothing_else = classes()
            .that()
            .resideInAPackage("..js")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.edgepix.viewerrequest.js",
                            "io.edgepix.viewerrequest.rule",
                            "io.edgepix.derivative",
                            "java.lang",
                            "java.lang.invoke",
                            "org.teavm.jso",
                            "org.jspecify.annotations")
                    .or(belongToAnyOf(List.class)));

    /** As in derivative, each of these classes would add ten kilobytes or more to the JavaScript. */
    @ArchTest
    static final ArchRule no_formatting_regex_or_unicode_tables = noClasses()
            .that()
            .resideInAnyPackage("..rule", "..js")
            .should()
            .callMethodWhere(target(owner(HasName.Predicates.name("java.lang.String")))
                    .and(target(
                            nameMatching("split|format|formatted|matches|replaceAll|replaceFirst|to(Low|Upp)erCase")))
                    .or(target(owner(HasName.Predicates.name("java.lang.Character")))
                            .and(target(nameMatching("is.*|to.*|digit|get.*")))));

    @ArchTest
    static final ArchRule no_floating_point = noClasses()
            .that()
            .resideInAnyPackage("..rule", "..js")
            .should()
            .callMethodWhere(target(nameMatching("parseDouble|parseFloat"))
                    .or(target(owner(HasName.Predicates.name("java.lang.Double")))));

    /** Classes that the rule does not need belong to a module that runs only on the JVM. */
    @ArchTest
    static void derivative_is_exactly_what_becomes_javascript(JavaClasses classes) {
        JavaClasses derivative = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("io.edgepix.derivative");
        Set<String> reached = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(List.of(classes.get(Entry.class)));
        while (!open.isEmpty()) {
            JavaClass next = open.remove();
            if (reached.add(next.getName())) {
                next.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> type.getPackageName().startsWith("io.edgepix"))
                        .map(type -> derivative.contain(type.getName()) ? derivative.get(type.getName()) : type)
                        .forEach(open::add);
            }
        }

        assertThat(derivative)
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .extracting(JavaClass::getName)
                .isSubsetOf(reached);
    }
}
