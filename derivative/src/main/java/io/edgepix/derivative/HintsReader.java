package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/** {@code clientHints} of {@code edgepix.json}. */
final class HintsReader {
    private HintsReader() {}

    static Hints read(Fields hints) {
        Hints read = new Hints(hints.bool("dpr", false), width(hints), hints.integer("saveData", 0, 0, 100));
        hints.noOthers();
        return read;
    }

    private static @Nullable Size width(Fields hints) {
        String text = hints.string("width", "");
        return text.isEmpty() ? null : Fields.read("clientHints.width", () -> Size.parse(text));
    }
}
