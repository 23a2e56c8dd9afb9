package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;

/** Joins what a policy lists with what the presets need. */
final class Rungs {
    private Rungs() {}

    /** The rungs and the sizes' sides, ascending, each once. */
    static List<Integer> including(List<Integer> rungs, List<Size> sizes) {
        List<Integer> all = new ArrayList<>(rungs);
        for (Size size : sizes) {
            insert(all, size.width());
            insert(all, size.height());
        }
        return List.copyOf(all);
    }

    private static void insert(List<Integer> ascending, int side) {
        int i = 0;
        while (i < ascending.size() && ascending.get(i) < side) {
            i++;
        }
        if (side > 0 && (i == ascending.size() || ascending.get(i) != side)) {
            ascending.add(i, side);
        }
    }

    static List<Size> union(List<Size> sizes, List<Size> more) {
        List<Size> all = new ArrayList<>(sizes);
        for (Size size : more) {
            if (!contains(all, size)) {
                all.add(size);
            }
        }
        return List.copyOf(all);
    }

    /** Without {@link List#contains}, that brings the {@code equals} of everything that may be in a list. */
    private static boolean contains(List<Size> sizes, Size sought) {
        for (Size size : sizes) {
            if (size.width() == sought.width() && size.height() == sought.height()) {
                return true;
            }
        }
        return false;
    }
}
