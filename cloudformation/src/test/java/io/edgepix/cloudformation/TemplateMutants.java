package io.edgepix.cloudformation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Edits of the template of the pair. Each of them violates a requirement. */
final class TemplateMutants {
    private TemplateMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(FunctionMutants.all(), EdgeMutants.all(), ofEveryStack())
                .flatMap(Function.identity());
    }

    /** Returns edits that are possible in both kinds of stack. */
    static Stream<TemplateMutant> ofEveryStack() {
        return Stream.of(
                        BucketMutants.all(),
                        AccessMutants.all(),
                        RightsMutants.all(),
                        DistributionMutants.all(),
                        ResponseHeadersMutants.all(),
                        PlanMutants.all())
                .flatMap(Function.identity());
    }

    static TemplateMutant mutant(String requirement, String from, String to) {
        return new TemplateMutant(List.of(requirement), from, to);
    }
}
