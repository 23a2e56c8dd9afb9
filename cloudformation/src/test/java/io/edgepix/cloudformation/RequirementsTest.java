package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks each template against all its requirements, and that a broken template violates each of them. */
class RequirementsTest {
    static Stream<Arguments> cases() {
        return Subject.all().flatMap(subject -> subject.cases().stream().map(given -> Arguments.of(subject, given)));
    }

    static Stream<Arguments> mutants() {
        return Subject.all()
                .flatMap(subject -> subject.mutants().stream().map(mutant -> Arguments.of(subject, mutant)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTemplate_underTheseParameters_meetsEveryRequirement(Subject subject, Case given) {
        assertThat(subject.requirements().stream()
                        .filter(requirement -> !requirement.isMet().test(given))
                        .map(Requirement::name))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aBrokenTemplate_violatesExactlyItsRequirements(Subject subject, TemplateMutant mutant) {
        List<Case> cases = subject.casesOf(mutant);

        assertThat(subject.requirements().stream()
                        .filter(requirement -> !isMet(requirement, cases))
                        .map(Requirement::name))
                .containsExactlyElementsOf(mutant.requirements());
    }

    @ParameterizedTest
    @MethodSource("io.edgepix.cloudformation.Subject#all")
    void everyRequirement_isViolatedByAMutant(Subject subject) {
        Set<String> violated = subject.mutants().stream()
                .map(mutant -> mutant.requirements().getFirst())
                .collect(Collectors.toSet());

        assertThat(subject.requirements().stream().map(Requirement::name))
                .containsExactlyInAnyOrderElementsOf(violated);
    }

    private static boolean isMet(Requirement requirement, List<Case> cases) {
        return cases.stream().allMatch(requirement.isMet());
    }
}
