package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of sizes, without {@link List#contains}, that brings the {@code equals} of everything that may be in a list. */
final class Sizes {
    private static final int SHOWN = 50;

    private Sizes() {}

    /**
     * The size of the list that is nearest to these sides, the larger one where two are equally near; or null.
     *
     * @param variance by how many percent of its own a side may differ from what is sought; below 100, so that none but a
     *     free side is near to a free one
     */
    static @Nullable Size nearest(List<Size> sizes, int width, int height, int variance) {
        Size nearest = null;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < sizes.size(); i++) {
            Size size = sizes.get(i);
            int wider = Math.abs(size.width() - width);
            int higher = Math.abs(size.height() - height);
            int distance = ((wider + higher) << 16) - size.width() - size.height();
            if (wider * 100 <= size.width() * variance
                    && higher * 100 <= size.height() * variance
                    && distance < least) {
                nearest = size;
                least = distance;
            }
        }
        return nearest;
    }

    /** The sizes of both lists, each once. */
    static List<Size> union(List<Size> sizes, List<Size> more) {
        List<Size> all = new ArrayList<>(sizes);
        for (Size size : more) {
            if (nearest(all, size.width(), size.height(), 0) == null) {
                all.add(size);
            }
        }
        return List.copyOf(all);
    }

    /** The first {@value #SHOWN} for a sentence, with commas. */
    static String names(List<Size> sizes) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < sizes.size() && i < SHOWN; i++) {
            sizes.get(i).appendTo(names.append(i == 0 ? "" : ", "));
        }
        return names.append(sizes.size() > SHOWN ? " and others" : "").toString();
    }
}
