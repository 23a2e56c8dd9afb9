package io.edgepix.bench.render;

import java.util.List;

/**
 * One thing to be rendered, by everyone who takes part.
 *
 * @param runners who takes part
 */
public record RenderCase(CaseOriginal original, Conversion conversion, List<Runner> runners) {
    RenderKind target() {
        return RenderKind.of(original, conversion);
    }

    String words() {
        return words(target(), original.name(), conversion);
    }

    /** What it is found by: kind, picture, box and format. */
    static String words(RenderKind target, String picture, Conversion conversion) {
        return String.join(
                " ",
                target.words,
                picture,
                conversion.box(),
                conversion.format().token());
    }
}
