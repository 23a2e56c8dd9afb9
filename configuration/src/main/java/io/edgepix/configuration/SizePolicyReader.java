package io.edgepix.configuration;

import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sizes} of {@code edgepix.json}. */
final class SizePolicyReader {
    private static final SizePolicy ANY = new SizePolicy.Open(List.of(), Size.MAX_SIDE);

    private SizePolicyReader() {}

    /** What it says; every size, if it has a mistake. */
    static SizePolicy read(Fields sizes) {
        int before = sizes.mistakes().count();
        SizePolicy read = sizes.mistakes().or(ANY, () -> policy(sizes));
        return sizes.mistakes().count() > before ? ANY : read;
    }

    private static SizePolicy policy(Fields sizes) {
        List<@Nullable Object> ladder = sizes.list("ladder");
        List<@Nullable Object> list = sizes.list("list");
        int open = sizes.integer("open", Size.MAX_SIDE, 1, Size.MAX_SIDE);
        int variance = sizes.integer("variance", 0, 0, SizePolicy.MAX_VARIANCE);
        sizes.noOthers();
        if ((sizes.has("ladder") ? 1 : 0) + (sizes.has("list") ? 1 : 0) + (sizes.has("open") ? 1 : 0) != 1) {
            throw new ConfigException("sizes", "must have exactly one of ladder, list and open");
        }
        if (sizes.has("open") && sizes.has("variance")) {
            throw new ConfigException(
                    "sizes.variance", "stands beside ladder or list; open offers every size as it is");
        }
        if (ladder != null) {
            return new SizePolicy.Ladder(List.of(), rungs(ladder, sizes.mistakes()), variance);
        }
        return list == null
                ? new SizePolicy.Open(List.of(), open)
                : new SizePolicy.Listed(listed(list, sizes.mistakes()), variance);
    }

    private static List<Integer> rungs(List<@Nullable Object> ladder, Mistakes mistakes) {
        List<Integer> rungs = new ArrayList<>();
        for (int i = 0; i < ladder.size(); i++) {
            int above = rungs.isEmpty() ? 0 : rungs.getLast();
            if (ladder.get(i) instanceof Integer rung && rung > above && rung <= Size.MAX_SIDE) {
                rungs.add(rung);
            } else {
                mistakes.add(
                        "sizes.ladder[" + i + "]",
                        "must be a whole number over " + above + " and at most " + Size.MAX_SIDE);
            }
        }
        if (ladder.isEmpty()) {
            throw new ConfigException("sizes.ladder", "must have at least one rung");
        }
        return List.copyOf(rungs);
    }

    private static List<Size> listed(List<@Nullable Object> list, Mistakes mistakes) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String field = "sizes.list[" + i + "]";
            if (list.get(i) instanceof String text) {
                sizes.add(mistakes.or(Size.parse("1x"), () -> Fields.read(field, () -> Size.parse(text))));
            } else {
                mistakes.add(field, "must be a size in quotes, for example \"200x200\"");
            }
        }
        return List.copyOf(sizes);
    }
}
