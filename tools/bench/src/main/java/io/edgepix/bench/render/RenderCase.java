package io.edgepix.bench.render;

import java.util.List;

/**
 * One thing to be rendered, by everyone who takes part.
 *
 * @param engines who takes part
 */
public record RenderCase(CaseOriginal original, Conversion wish, List<Runner> engines) {
    RenderKind target() {
        return RenderKind.of(original, wish);
    }

    String words() {
        return words(target(), original.name(), wish);
    }

    /** What it is found by: kind, picture, box and format. */
    static String words(RenderKind target, String picture, Conversion wish) {
        return String.join(" ", target.words, picture, wish.box(), wish.format().token());
    }
}
