package io.edgepix.derivative;

import java.util.List;

/** Which sizes may be asked for; without iterators, which are a kilobyte of JavaScript. Every size a policy gives, it gives again unchanged: {@code admit} is idempotent. */
public sealed interface SizePolicy {
    /**
     * The size to make for the one asked for.
     *
     * @param width pixels, 0 where free; may be over {@link Size#MAX_SIDE}, where a dpr has multiplied it
     * @param height pixels, 0 where free
     * @throws MalformedException if that size may not be asked for
     */
    Size admit(int width, int height);

    /** The same policy, with these sizes allowed too. */
    SizePolicy including(List<Size> sizes);

    /** Each side snaps up to the next rung; what is above the top one snaps down to it. Rungs ascend. */
    record Ladder(List<Integer> rungs) implements SizePolicy {
        @Override
        public Size admit(int width, int height) {
            return new Size(snap(width), snap(height));
        }

        private int snap(int side) {
            if (side == 0) {
                return 0;
            }
            int i = 0;
            while (i + 1 < rungs.size() && rungs.get(i) < side) {
                i++;
            }
            return rungs.get(i);
        }

        @Override
        public Ladder including(List<Size> sizes) {
            return new Ladder(Rungs.including(rungs, sizes));
        }
    }

    /** These sizes and no others. */
    record Listed(List<Size> sizes) implements SizePolicy {
        @Override
        public Size admit(int width, int height) {
            for (int i = 0; i < sizes.size(); i++) {
                Size size = sizes.get(i);
                if (size.width() == width && size.height() == height) {
                    return size;
                }
            }
            throw new MalformedException("This size is not offered; the sizes are " + names() + ".");
        }

        private String names() {
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < sizes.size() && i < 50; i++) {
                names.append(i == 0 ? "" : ", ").append(sizes.get(i).toString());
            }
            return names.append(sizes.size() > 50 ? " and others" : "").toString();
        }

        @Override
        public Listed including(List<Size> more) {
            return new Listed(Rungs.union(sizes, more));
        }
    }

    /** Every size up to a longest side, in pixels. */
    record Open(int maxSide) implements SizePolicy {
        @Override
        public Size admit(int width, int height) {
            if (width > maxSide || height > maxSide) {
                throw new MalformedException("A side is at most " + maxSide + " pixels.");
            }
            return new Size(width, height);
        }

        @Override
        public Open including(List<Size> sizes) {
            return this;
        }
    }
}
