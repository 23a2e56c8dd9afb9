package io.edgepix.bench.measurement;

import java.util.List;

/** The order of runs, so that changes on the machine meanwhile affect all sides alike. */
public final class Rounds {
    private Rounds() {}

    /** Returns all sides once; every second round in reverse. */
    public static <T> List<T> order(List<T> all, int round) {
        return round % 2 == 0 ? all : all.reversed();
    }
}
