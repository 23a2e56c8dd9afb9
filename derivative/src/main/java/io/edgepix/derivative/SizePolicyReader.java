package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sizes} of {@code edgepix.json}. */
final class SizePolicyReader {
    private SizePolicyReader() {}

    static SizePolicy read(Fields sizes) {
        List<@Nullable Object> ladder = sizes.list("ladder");
        List<@Nullable Object> list = sizes.list("list");
        int open = sizes.integer("open", 0, 1, Size.MAX_SIDE);
        int variance = sizes.integer("variance", -1, 0, SizePolicy.MAX_VARIANCE);
        sizes.noOthers();
        if ((ladder == null ? 0 : 1) + (list == null ? 0 : 1) + (open == 0 ? 0 : 1) != 1) {
            throw new ConfigException("sizes", "must have exactly one of ladder, list and open");
        }
        if (open > 0 && variance >= 0) {
            throw new ConfigException(
                    "sizes.variance", "stands beside ladder or list; open offers every size as it is");
        }
        int percent = Math.max(variance, 0);
        if (ladder != null) {
            return new SizePolicy.Ladder(List.of(), rungs(ladder), percent);
        }
        return list == null ? new SizePolicy.Open(List.of(), open) : new SizePolicy.Listed(listed(list), percent);
    }

    private static List<Integer> rungs(List<@Nullable Object> ladder) {
        List<Integer> rungs = new ArrayList<>();
        for (int i = 0; i < ladder.size(); i++) {
            int above = i == 0 ? 0 : rungs.get(i - 1);
            if (!(ladder.get(i) instanceof Integer rung) || rung <= above || rung > Size.MAX_SIDE) {
                throw new ConfigException(
                        "sizes.ladder[" + i + "]",
                        "must be a whole number over " + above + " and at most " + Size.MAX_SIDE);
            }
            rungs.add(rung);
        }
        if (rungs.isEmpty()) {
            throw new ConfigException("sizes.ladder", "must have at least one rung");
        }
        return List.copyOf(rungs);
    }

    private static List<Size> listed(List<@Nullable Object> list) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String field = "sizes.list[" + i + "]";
            if (!(list.get(i) instanceof String text)) {
                throw new ConfigException(field, "must be a size in quotes, for example \"200x200\"");
            }
            sizes.add(Fields.read(field, () -> Size.parse(text)));
        }
        return List.copyOf(sizes);
    }
}
