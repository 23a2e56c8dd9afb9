package io.edgepix.pregenerate.bulk;

import java.util.Iterator;

/** The keys of a job's originals, in an order that does not change. */
@FunctionalInterface
public interface KeySource {
    /** Returns the keys after a position; an empty position is before the first key. */
    Iterator<SourceKey> after(String position);
}
