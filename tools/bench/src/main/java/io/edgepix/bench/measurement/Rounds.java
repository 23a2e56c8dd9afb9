package io.edgepix.bench.measurement;

import java.util.List;

/** Who runs when, so that what changes on the machine meanwhile meets all alike. */
public final class Rounds {
    private Rounds() {}

    /** Everyone once; every second round the other way round. */
    public static <T> List<T> order(List<T> all, int round) {
        return round % 2 == 0 ? all : all.reversed();
    }
}
