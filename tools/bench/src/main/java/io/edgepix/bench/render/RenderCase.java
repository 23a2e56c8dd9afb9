package io.edgepix.bench.render;

import java.util.List;

/**
 * One conversion of one original, and the runners that render it.
 *
 * @param runners the runners that take part
 */
public record RenderCase(CaseOriginal original, Conversion conversion, List<Runner> runners) {
    RenderKind target() {
        return RenderKind.of(original, conversion);
    }

    String words() {
        return words(target(), original.name(), conversion);
    }

    /** Returns the text that {@code --only} searches: kind, picture, box and format. */
    static String words(RenderKind target, String picture, Conversion conversion) {
        return String.join(
                " ",
                target.words,
                picture,
                conversion.box(),
                conversion.format().token());
    }
}
