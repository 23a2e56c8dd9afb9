package io.edgepix.derivation;

import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import java.util.ArrayList;
import java.util.List;

/** Lists the sizes on offer for one picture. */
final class OfferedSizes {
    private OfferedSizes() {}

    /**
     * Returns the sizes of a policy; some may be repeated. If the policy offers every size, returns the sizes of the
     * presets and the sizes with sides of the picture.
     *
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     */
    static List<Size> of(SizePolicy policy, int width, int height) {
        List<Size> sizes = switch (policy) {
            case SizePolicy.Ladder ladder -> boxes(ladder.rungs(), ladder.rungs());
            case SizePolicy.Listed listed -> new ArrayList<>();
            case SizePolicy.Open open -> boxes(upTo(open.maxSide(), width), upTo(open.maxSide(), height));
        };
        sizes.addAll(policy.exact());
        return sizes;
    }

    private static List<Integer> upTo(int most, int side) {
        return side <= most ? List.of(side) : List.of();
    }

    /** Returns each width with each height, and each side with the other side free. */
    private static List<Size> boxes(List<Integer> widths, List<Integer> heights) {
        List<Size> boxes = new ArrayList<>();
        for (int width : widths) {
            boxes.add(new Size(width, 0));
            for (int height : heights) {
                boxes.add(new Size(width, height));
            }
        }
        for (int height : heights) {
            boxes.add(new Size(0, height));
        }
        return boxes;
    }
}
