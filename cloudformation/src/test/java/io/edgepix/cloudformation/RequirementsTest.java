package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the template against all requirements, and that a broken template violates each of them. */
class RequirementsTest {
    private static final Template TEMPLATE = Template.edgepix();

    static List<Case> cases() {
        return Case.all(TEMPLATE);
    }

    static Stream<TemplateMutant> mutants() {
        return TemplateMutants.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTemplate_underTheseParameters_meetsEveryRequirement(Case given) {
        assertThat(Requirement.all()
                        .filter(requirement -> !requirement.isMet().test(given))
                        .map(Requirement::name))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aBrokenTemplate_violatesExactlyItsRequirements(TemplateMutant mutant) {
        List<Case> cases = Case.all(Template.parse(mutant.apply(TEMPLATE.text())));

        assertThat(Requirement.all()
                        .filter(requirement -> !isMet(requirement, cases))
                        .map(Requirement::name))
                .containsExactlyElementsOf(mutant.requirements());
    }

    @Test
    void everyRequirement_isViolatedByAMutant() {
        Set<String> violated =
                mutants().map(mutant -> mutant.requirements().getFirst()).collect(Collectors.toSet());

        assertThat(Requirement.all().map(Requirement::name)).containsExactlyInAnyOrderElementsOf(violated);
    }

    private static boolean isMet(Requirement requirement, List<Case> cases) {
        return cases.stream().allMatch(requirement.isMet());
    }
}
