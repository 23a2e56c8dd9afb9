package io.edgepix.originresponse;

import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import java.util.ArrayList;
import java.util.List;

/** The sizes that a policy has for one picture; not compiled to JavaScript. */
final class OfferedSizes {
    private OfferedSizes() {}

    /**
     * All of them, some perhaps twice; where every size may be asked for, those whose box is as large as the picture, and
     * the presets'.
     *
     * @param width of the picture in pixels
     * @param height of the same
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

    /** Each width with each height, either of them free too. */
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
