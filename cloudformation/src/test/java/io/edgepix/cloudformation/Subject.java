package io.edgepix.cloudformation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A template that is checked.
 *
 * @param casesOf the sets of parameters that it is checked with
 * @param mutants edits, of which each violates a requirement
 */
record Subject(
        String name,
        Template template,
        Function<Template, List<Case>> casesOf,
        List<Requirement> requirements,
        List<TemplateMutant> mutants) {
    static final Subject DISTRIBUTION = new Subject(
            "distribution",
            Template.edgepix(),
            Case::all,
            Requirement.all().toList(),
            TemplateMutants.all().toList());
    static final Subject PREGENERATE = new Subject(
            "pregenerate",
            Template.pregenerate(),
            PregenerateCases::all,
            PregenerateRequirements.all().toList(),
            PregenerateMutants.all().toList());
    static final Subject REGIONAL = new Subject(
            "regional",
            Template.regional(),
            RegionalCases::all,
            RegionalRequirements.all().toList(),
            RegionalMutants.all().toList());
    static final Subject WEB_ACL = new Subject(
            "web ACL",
            Template.webAcl(),
            OperationCases::ofWebAcl,
            OperationRequirements.ofWebAcl().toList(),
            OperationMutants.ofWebAcl().toList());
    static final Subject WATCH = new Subject(
            "watch",
            Template.watch(),
            OperationCases::ofWatch,
            OperationRequirements.ofWatch().toList(),
            OperationMutants.ofWatch().toList());
    static final Subject PLAN = new Subject(
            "plan",
            Template.plan(),
            OperationCases::ofPlan,
            OperationRequirements.ofPlan().toList(),
            OperationMutants.ofPlan().toList());

    static Stream<Subject> all() {
        return Stream.of(DISTRIBUTION, PREGENERATE, REGIONAL, WEB_ACL, WATCH, PLAN);
    }

    /** Returns the cases of all templates. */
    static Stream<Case> everyCase() {
        return all().flatMap(subject -> subject.cases().stream());
    }

    List<Case> cases() {
        return casesOf.apply(template);
    }

    /** Returns the cases of an edited template. */
    List<Case> casesOf(TemplateMutant mutant) {
        return casesOf.apply(Template.parse(mutant.apply(template.text())));
    }

    @Override
    public String toString() {
        return name;
    }
}
