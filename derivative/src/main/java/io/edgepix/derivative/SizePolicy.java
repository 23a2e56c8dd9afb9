package io.edgepix.derivative;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizes on offer. {@code admit} is idempotent: every size that a policy returns stays unchanged if requested. The
 * code uses no iterators, which take a kilobyte of JavaScript.
 */
public sealed interface SizePolicy {
    /** The largest variance, in percent. */
    int MAX_VARIANCE = 50;

    /**
     * Each side is rounded up to the next rung; a side above the top rung is rounded down to it.
     *
     * @param rungs ascending
     * @param variance the percentage by which a side may exceed a rung and still be rounded down to it
     */
    record Ladder(List<Size> exact, List<Integer> rungs, int variance) implements SizePolicy {
        @Override
        public Size find(int width, int height) {
            Size same = Sizes.nearest(exact, width, height, 0);
            return same != null ? same : new Size(snap(width), snap(height));
        }

        private int snap(int side) {
            if (side == 0) {
                return 0;
            }
            int below = 0;
            int rung = rungs.get(0);
            for (int i = 1; i < rungs.size() && rung < side; i++) {
                below = rung;
                rung = rungs.get(i);
            }
            return side < rung && side * 100 <= below * (100 + variance) ? below : rung;
        }

        @Override
        public String refusal() {
            return "";
        }

        @Override
        public Size ofWidth(int width, Size otherwise) {
            return find(width, 0);
        }

        @Override
        public Ladder including(List<Size> sizes) {
            return new Ladder(Sizes.union(exact, sizes), rungs, variance);
        }
    }

    /**
     * A fixed list of sizes.
     *
     * @param variance the percentage by which the requested side may differ from a listed one
     */
    record Listed(List<Size> exact, int variance) implements SizePolicy {
        @Override
        public @Nullable Size find(int width, int height) {
            return Sizes.nearest(exact, width, height, variance);
        }

        @Override
        public String refusal() {
            return new Text()
                    .add("This size is not offered; the sizes are ")
                    .add(Sizes.names(exact))
                    .add(".")
                    .toString();
        }

        /** Returns the smallest listed width that is large enough within the variance, or else the largest. */
        @Override
        public Size ofWidth(int width, Size otherwise) {
            Size best = otherwise;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < exact.size(); i++) {
                Size size = exact.get(i);
                int side = size.width();
                int rank = side * (100 + variance) < width * 100 ? 2 * Size.MAX_SIDE - side : side;
                if (size.height() == 0 && rank < least) {
                    best = size;
                    least = rank;
                }
            }
            return best;
        }

        @Override
        public Listed including(List<Size> more) {
            return new Listed(Sizes.union(exact, more), variance);
        }
    }

    /** Every size up to a longest side in pixels. */
    record Open(List<Size> exact, int maxSide) implements SizePolicy {
        @Override
        public @Nullable Size find(int width, int height) {
            return width > maxSide || height > maxSide
                    ? Sizes.nearest(exact, width, height, 0)
                    : new Size(width, height);
        }

        @Override
        public String refusal() {
            return new Text()
                    .add("A side is at most ")
                    .add(maxSide)
                    .add(" pixels.")
                    .toString();
        }

        @Override
        public Size ofWidth(int width, Size otherwise) {
            return new Size(Math.min(width, maxSide), 0);
        }

        @Override
        public Open including(List<Size> sizes) {
            return new Open(Sizes.union(exact, sizes), maxSide);
        }
    }

    /** Returns the sizes that are on offer in addition to those of the policy. */
    List<Size> exact();

    /**
     * Returns the size on offer for a requested size, or null if there is none.
     *
     * @param width in pixels, 0 if free; may exceed {@link Size#MAX_SIDE} after multiplication by a dpr
     * @param height in pixels, 0 if free; may exceed {@link Size#MAX_SIDE} too
     */
    @Nullable
    Size find(int width, int height);

    /** Returns the sentence for sizes that are not on offer. It lists the sizes that are. */
    String refusal();

    /**
     * Returns the size on offer for a requested size.
     *
     * @throws MalformedException if there is none
     */
    default Size admit(int width, int height) {
        Size size = find(width, height);
        if (size == null) {
            throw new MalformedException(refusal());
        }
        return size;
    }

    /**
     * Returns the size for a client that shows the picture at the given width. Its height is free.
     *
     * @param width in pixels, over 0
     * @param otherwise the result if no width is on offer
     */
    Size ofWidth(int width, Size otherwise);

    /** Returns this policy with more sizes on offer. */
    SizePolicy including(List<Size> sizes);
}
