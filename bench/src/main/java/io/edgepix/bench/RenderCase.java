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
        return String.join(
                " ", target().words, original.name(), wish.box(), wish.format().token());
    }
}
