package io.edgepix.bench.measurement;

import java.util.List;

/** Orders runs so that changes on the machine affect all sides equally. */
public final class Rounds {
    private Rounds() {}

    /** Returns all sides once, in reverse order in every second round. */
    public static <T> List<T> order(List<T> all, int round) {
        return round % 2 == 0 ? all : all.reversed();
    }
}
