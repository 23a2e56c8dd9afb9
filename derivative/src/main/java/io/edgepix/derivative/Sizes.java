package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of sizes. Does not use {@link List#contains}, which adds the {@code equals} of all elements to the JavaScript.
 */
final class Sizes {
    private static final int SHOWN = 50;

    private Sizes() {}

    /**
     * Returns the listed size that is nearest to a width and a height, or null if none is within the variance. Of two
     * equally near sizes it returns the larger.
     *
     * @param variance the percentage by which a side may differ; below 100, so that only a free side is near a free one
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

    /** Returns the sizes of both lists, each once. */
    static List<Size> union(List<Size> sizes, List<Size> more) {
        List<Size> all = new ArrayList<>(sizes);
        for (Size size : more) {
            if (nearest(all, size.width(), size.height(), 0) == null) {
                all.add(size);
            }
        }
        return List.copyOf(all);
    }

    /** Returns the first {@value #SHOWN} sizes, separated by commas, for a sentence. */
    static String names(List<Size> sizes) {
        Text names = new Text();
        for (int i = 0; i < sizes.size() && i < SHOWN; i++) {
            sizes.get(i).appendTo(names.add(i == 0 ? "" : ", "));
        }
        return names.add(sizes.size() > SHOWN ? " and others" : "").toString();
    }
}
