package io.edgepix.quality.conformance;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What sharp made of a case, or why it made nothing; what it made is decoded in a slot.
 *
 * @param film null where there is an error
 * @param error null where there is none
 */
record Theirs(
        String slot,
        SharpPeer.@Nullable Rendering rendering,
        @Nullable Film film,
        @Nullable String error) {
    private interface Making {
        SharpPeer.Rendering make() throws IOException;
    }

    static Theirs within(SharpPeer sharp, byte[] original, Case wish, boolean animated) {
        return of(sharp, animated ? "film" : "still", () -> sharp.within(original, wish, animated));
    }

    static Theirs stretched(SharpPeer sharp, byte[] original, Case wish, Film ours, boolean animated) {
        return of(sharp, "stretched", () -> sharp.stretched(original, wish, ours.width(), ours.height(), animated));
    }

    private static Theirs of(SharpPeer sharp, String slot, Making making) {
        try {
            SharpPeer.Rendering rendering = making.make();
            return new Theirs(slot, rendering, sharp.decode(slot, rendering.derivative()), null);
        } catch (IOException e) {
            return new Theirs(slot, null, null, String.valueOf(e.getMessage()));
        }
    }

    byte @Nullable [] derivative() {
        return rendering == null ? null : rendering.derivative();
    }
}
