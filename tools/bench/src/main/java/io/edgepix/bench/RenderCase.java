package io.edgepix.bench;

import java.util.List;

/**
 * One thing to be rendered, by everyone who takes part.
 *
 * @param engines who takes part
 */
record RenderCase(Original original, Wish wish, List<Engine> engines) {
    Target target() {
        return Target.of(original, wish);
    }

    String words() {
        return words(target(), original.name(), wish);
    }

    /** What it is found by: kind, picture, box and format. */
    static String words(Target target, String picture, Wish wish) {
        return String.join(" ", target.words, picture, wish.box(), wish.format().token());
    }
}
