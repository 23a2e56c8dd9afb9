package io.edgepix.derivative;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Keeps the JavaScript small. Each forbidden class would add ten kilobytes or more to it. */
@AnalyzeClasses(packages = "io.edgepix.derivative", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule classes_are_free_of_circles = SharedRules.CLASSES_ARE_FREE_OF_CIRCLES;

    @ArchTest
    static final ArchRule only_the_basics_of_the_jdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgepix.derivative",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.util",
                    "java.util.function",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule no_indirect_formatting_or_regex = noClasses()
            .should()
            .callMethodWhere(target(owner(HasName.Predicates.name("java.lang.String")))
                    .and(target(nameMatching(
                            "split|format|formatted|matches|replaceAll|replaceFirst|toLowerCase|toUpperCase"))));

    @ArchTest
    static final ArchRule no_floating_point_parsing = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("parseDouble|parseFloat"))
                    .or(target(owner(HasName.Predicates.name("java.lang.Double")))));

    @ArchTest
    static final ArchRule no_unicode_tables = noClasses()
            .should()
            .callMethodWhere(target(owner(HasName.Predicates.name("java.lang.Character")))
                    .and(target(nameMatching("is(Digit|Letter|LetterOrDigit|Alphabetic|Whitespace|UpperCase|LowerCase)"
                            + "|to(Lower|Upper)Case|digit|getNumericValue|getType|getName"))));

    @ArchTest
    static final ArchRule only_the_needed_part_of_java_util = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.util")
                    .and(not(belongToAnyOf(ArrayList.class, List.class, Iterator.class, Objects.class))));

    /** {@code equals} and {@code toString} of a list add those of all classes that may be in it. */
    @ArchTest
    static final ArchRule no_comparing_or_printing_of_lists = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Collection.class)))
                    .and(target(
                            nameMatching("contains|containsAll|indexOf|lastIndexOf|remove|equals|hashCode|toString"))));
}
