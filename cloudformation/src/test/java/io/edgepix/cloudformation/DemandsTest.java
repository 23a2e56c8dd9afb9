package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template meets every demand under every set of parameters, and every demand is missed by a broken template. */
class DemandsTest {
    private static final Template TEMPLATE = Template.edgepix();

    static List<Case> cases() {
        return Case.all(TEMPLATE);
    }

    static Stream<TemplateMutant> mutants() {
        return TemplateMutants.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTemplate_underTheseParameters_meetsEveryDemand(Case given) {
        assertThat(Demand.all().filter(demand -> !demand.isMet().test(given)).map(Demand::name))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aBrokenTemplate_missesExactlyTheDemandItBreaks(TemplateMutant mutant) {
        List<Case> cases = Case.all(Template.parse(mutant.apply(TEMPLATE.text())));

        assertThat(Demand.all().filter(demand -> !isMet(demand, cases)).map(Demand::name))
                .containsExactlyElementsOf(mutant.demands());
    }

    @Test
    void everyDemand_hasAMutantThatMissesIt() {
        Set<String> missed =
                mutants().map(mutant -> mutant.demands().getFirst()).collect(Collectors.toSet());

        assertThat(Demand.all().map(Demand::name)).containsExactlyInAnyOrderElementsOf(missed);
    }

    private static boolean isMet(Demand demand, List<Case> cases) {
        return cases.stream().allMatch(demand.isMet());
    }
}
