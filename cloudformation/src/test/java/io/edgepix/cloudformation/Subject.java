package io.edgepix.cloudformation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A template that is checked: its cases, its requirements, and edits that violate them. */
enum Subject {
    DISTRIBUTION(
            Template.edgepix(),
            Case::all,
            Requirement.all().toList(),
            TemplateMutants.all().toList()),
    PREGENERATE(
            Template.pregenerate(),
            PregenerateCases::all,
            PregenerateRequirements.all().toList(),
            PregenerateMutants.all().toList());

    private final Template template;
    private final Function<Template, List<Case>> cases;
    private final List<Requirement> requirements;
    private final List<TemplateMutant> mutants;

    Subject(
            Template template,
            Function<Template, List<Case>> cases,
            List<Requirement> requirements,
            List<TemplateMutant> mutants) {
        this.template = template;
        this.cases = cases;
        this.requirements = requirements;
        this.mutants = mutants;
    }

    /** Returns the cases of all templates. */
    static Stream<Case> everyCase() {
        return Stream.of(values()).flatMap(subject -> subject.cases().stream());
    }

    Template template() {
        return template;
    }

    List<Case> cases() {
        return cases.apply(template);
    }

    /** Returns the cases of an edited template. */
    List<Case> casesOf(TemplateMutant mutant) {
        return cases.apply(Template.parse(mutant.apply(template.text())));
    }

    List<Requirement> requirements() {
        return requirements;
    }

    List<TemplateMutant> mutants() {
        return mutants;
    }
}
