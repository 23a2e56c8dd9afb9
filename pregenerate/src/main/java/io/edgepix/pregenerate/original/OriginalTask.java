package io.edgepix.pregenerate.original;

import io.edgepix.derivation.DerivativePlace;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The work for one original.
 *
 * @param derivatives those that are wanted in the bucket of the original
 * @param copies those that are wanted in the second bucket
 * @param mayHaveChanged whether the original may have changed recently, so that outdated derivatives are searched for
 * @param isRepeated whether an earlier attempt may have ended between a change of the bucket and the invalidation
 */
public record OriginalTask(
        Key original,
        Set<Derivative> derivatives,
        Set<DerivativePlace> copies,
        boolean mayHaveChanged,
        boolean isRepeated) {
    /** Returns this task for an original that may have changed. */
    public OriginalTask changed() {
        return new OriginalTask(original, derivatives, copies, true, isRepeated);
    }

    /** Returns this task for a repeated attempt. */
    public OriginalTask repeated() {
        return new OriginalTask(original, derivatives, copies, true, true);
    }

    /** Returns one task for this one and another one of the same original. */
    public OriginalTask and(OriginalTask other) {
        return new OriginalTask(
                original,
                union(derivatives, other.derivatives),
                union(copies, other.copies),
                mayHaveChanged || other.mayHaveChanged,
                isRepeated || other.isRepeated);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> union = new LinkedHashSet<>(some);
        union.addAll(others);
        return union;
    }
}
