package io.edgepix.derivative;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sizes may be asked for; without iterators, which are a kilobyte of JavaScript. Every size a policy gives, it gives
 * again unchanged: {@code admit} is idempotent.
 */
public sealed interface SizePolicy {
    /** The most that a variance may be, in percent. */
    int MAX_VARIANCE = 50;

    /** The sizes that are given as they are, whatever else the policy says. */
    List<Size> exact();

    /**
     * The size to make for the one asked for, or null where that may not be asked for.
     *
     * @param width pixels, 0 where free; may be over {@link Size#MAX_SIDE}, where a dpr has multiplied it
     * @param height pixels, 0 where free
     */
    @Nullable
    Size find(int width, int height);

    /** The sentence for a size that may not be asked for: what may be. */
    String refusal();

    /**
     * {@link #find} for whom nothing else will do.
     *
     * @throws MalformedException if that size may not be asked for
     */
    default Size admit(int width, int height) {
        Size size = find(width, height);
        if (size == null) {
            throw new MalformedException(refusal());
        }
        return size;
    }

    /**
     * The size with a free height for a client that shows a picture so wide; never refused.
     *
     * @param width pixels, over 0
     * @param otherwise what it is where no width is offered
     */
    Size ofWidth(int width, Size otherwise);

    /** The same policy, with these sizes given as they are. */
    SizePolicy including(List<Size> sizes);

    /**
     * Each side snaps up to the next rung; what is above the top one snaps down to it.
     *
     * @param rungs ascending
     * @param variance by how many percent of a rung a side may be above it and snap down
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
     * These sizes and no others.
     *
     * @param variance by how many percent of a listed side the one asked for may differ from it
     */
    record Listed(List<Size> exact, int variance) implements SizePolicy {
        @Override
        public @Nullable Size find(int width, int height) {
            return Sizes.nearest(exact, width, height, variance);
        }

        @Override
        public String refusal() {
            return "This size is not offered; the sizes are " + Sizes.names(exact) + ".";
        }

        /** The least listed width that is no smaller, give or take the variance, or else the largest. */
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

    /** Every size up to a longest side, in pixels. */
    record Open(List<Size> exact, int maxSide) implements SizePolicy {
        @Override
        public @Nullable Size find(int width, int height) {
            return width > maxSide || height > maxSide
                    ? Sizes.nearest(exact, width, height, 0)
                    : new Size(width, height);
        }

        @Override
        public String refusal() {
            return "A side is at most " + maxSide + " pixels.";
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
}
