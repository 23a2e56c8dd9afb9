package io.edgepix.configuration;

import com.google.gson.JsonElement;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads {@code sizes} of {@code edgepix.json}. */
final class SizePolicyReader {
    private static final SizePolicy ANY = new SizePolicy.Open(List.of(), Size.MAX_SIDE);

    private SizePolicyReader() {}

    /** Returns the policy. If it has a mistake, returns a policy that offers every size. */
    static SizePolicy read(Fields sizes) {
        int before = sizes.mistakes().count();
        SizePolicy read = sizes.mistakes().or(ANY, () -> policy(sizes));
        return sizes.mistakes().count() > before ? ANY : read;
    }

    private static SizePolicy policy(Fields sizes) {
        Optional<List<JsonElement>> ladder = sizes.list("ladder");
        Optional<List<JsonElement>> list = sizes.list("list");
        int open = sizes.integer("open", Size.MAX_SIDE, 1, Size.MAX_SIDE);
        int variance = sizes.integer("variance", 0, 0, SizePolicy.MAX_VARIANCE);
        sizes.noOthers();
        if (Stream.of("ladder", "list", "open").filter(sizes::has).count() != 1) {
            throw new ConfigException("sizes", "expected exactly one of ladder, list and open");
        }
        if (sizes.has("open") && sizes.has("variance")) {
            throw new ConfigException("sizes.variance", "applies only to ladder and list; open keeps every size");
        }
        if (ladder.isPresent()) {
            return new SizePolicy.Ladder(List.of(), rungs(ladder.get(), sizes.mistakes()), variance);
        }
        return list.isPresent()
                ? new SizePolicy.Listed(listed(list.get(), sizes.mistakes()), variance)
                : new SizePolicy.Open(List.of(), open);
    }

    private static List<Integer> rungs(List<JsonElement> ladder, Mistakes mistakes) {
        if (ladder.isEmpty()) {
            throw new ConfigException("sizes.ladder", "expected at least one rung, got none");
        }
        List<Integer> rungs = new ArrayList<>();
        for (int i = 0; i < ladder.size(); i++) {
            int above = rungs.isEmpty() ? 0 : rungs.getLast();
            OptionalInt rung = Fields.wholeNumber(ladder.get(i));
            if (rung.isPresent() && rung.getAsInt() > above && rung.getAsInt() <= Size.MAX_SIDE) {
                rungs.add(rung.getAsInt());
            } else {
                mistakes.add(
                        "sizes.ladder[" + i + "]",
                        "expected a whole number over " + above + " and at most " + Size.MAX_SIDE + ", got "
                                + Fields.kind(ladder.get(i)));
            }
        }
        return List.copyOf(rungs);
    }

    private static List<Size> listed(List<JsonElement> list, Mistakes mistakes) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String field = "sizes.list[" + i + "]";
            Optional<String> text = Fields.text(list.get(i));
            if (text.isPresent()) {
                sizes.add(mistakes.or(Size.parse("1x"), () -> Fields.read(field, () -> Size.parse(text.get()))));
            } else {
                mistakes.add(
                        field, "expected a size in quotes, for example \"200x200\", got " + Fields.kind(list.get(i)));
            }
        }
        return List.copyOf(sizes);
    }
}
