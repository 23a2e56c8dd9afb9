package io.edgepix.derivative;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rules of architecture that apply to more than one module. */
public final class SharedRules {
    /** No top-level class depends on itself through other classes. */
    public static final ArchRule CLASSES_ARE_FREE_OF_CIRCLES =
            slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles();

    /** Other modules use only the root package of imaging and its model. */
    public static final ArchRule ONLY_THE_FACE_OF_IMAGING_IS_USED = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.edgepix.imaging..")
                    .and(not(resideInAnyPackage("io.edgepix.imaging", "io.edgepix.imaging.model"))));

    private static final class TopLevelClasses implements SliceAssignment {
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

    private SharedRules() {}
}
