package io.edgepix.configuration;

import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Presets;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import org.jspecify.annotations.Nullable;

/** Reads {@code clientHints} of {@code edgepix.json}. */
final class HintsReader {
    private static final String WIDTH = "clientHints.width";

    private HintsReader() {}

    static Hints read(Fields hints, SizePolicy sizes, Presets presets) {
        Hints read = new Hints(
                hints.bool("dpr", false),
                hints.mistakes().<@Nullable Size>or(null, () -> width(hints, sizes)),
                hints.integer("saveData", Quality.DEFAULT, 0, 100));
        hints.noOthers();
        if (read.width() != null && presets.get(Hints.AUTO) != null) {
            hints.mistakes().add("presets." + Hints.AUTO, "is reserved by clientHints.width; use a different name");
        }
        return read;
    }

    private static @Nullable Size width(Fields hints, SizePolicy sizes) {
        String text = hints.string("width", "");
        if (text.isEmpty()) {
            return null;
        }
        Size width = Fields.read(WIDTH, () -> Size.parse(text));
        if (width.height() > 0) {
            throw new ConfigException(
                    WIDTH, "expected a width without height, for example \"800x\", got \"" + text + "\"");
        }
        return Fields.read(WIDTH, () -> sizes.admit(width.width(), 0));
    }
}
