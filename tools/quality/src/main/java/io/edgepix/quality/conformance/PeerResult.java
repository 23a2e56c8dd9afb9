package io.edgepix.quality.conformance;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The result of sharp for a case: a derivative, decoded in a slot, or an error.
 *
 * @param decoded null if there is an error
 * @param error null if there is none
 */
record PeerResult(
        String slot,
        SharpPeer.@Nullable Rendering rendering,
        @Nullable DecodedInfo decoded,
        @Nullable String error) {
    private interface Making {
        SharpPeer.Rendering make() throws IOException;
    }

    static PeerResult within(SharpPeer sharp, byte[] original, Case variant, boolean animated) {
        return of(sharp, animated ? "animation" : "still", () -> sharp.within(original, variant, animated));
    }

    static PeerResult stretched(SharpPeer sharp, byte[] original, Case variant, DecodedInfo ours, boolean animated) {
        return of(sharp, "stretched", () -> sharp.stretched(original, variant, ours.width(), ours.height(), animated));
    }

    private static PeerResult of(SharpPeer sharp, String slot, Making making) {
        try {
            SharpPeer.Rendering rendering = making.make();
            return new PeerResult(slot, rendering, sharp.decode(slot, rendering.derivative()), null);
        } catch (IOException e) {
            return new PeerResult(slot, null, null, String.valueOf(e.getMessage()));
        }
    }

    byte @Nullable [] derivative() {
        return rendering == null ? null : rendering.derivative();
    }
}
