package io.edgepix.imaging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one render has so far; each step reads what the ones before it left. */
final class Work {
    final byte[] original;
    final RenderRequest request;
    final Limits limits;

    private @Nullable Decoder decoder;
    private @Nullable Header header;
    private @Nullable Decoded decoded;
    private @Nullable Picture picture;
    private byte @Nullable [] encoded;

    Work(byte[] original, RenderRequest request, Limits limits) {
        this.original = original;
        this.request = request;
        this.limits = limits;
    }

    /** Whether the original's bytes are still at work, so that a fault is theirs. */
    boolean isReading() {
        return decoder != null && picture == null;
    }

    Decoder decoder() {
        return Objects.requireNonNull(decoder);
    }

    void decoder(Decoder found) {
        decoder = found;
    }

    Header header() {
        return Objects.requireNonNull(header);
    }

    void header(Header read) {
        header = read;
    }

    Decoded decoded() {
        return Objects.requireNonNull(decoded);
    }

    void decoded(Decoded whole) {
        decoded = whole;
    }

    Picture picture() {
        return Objects.requireNonNull(picture);
    }

    /** Replaces the picture, and lets go of the decoded original, which is by far the larger. */
    void picture(Picture next) {
        picture = next;
        decoded = null;
    }

    byte[] encoded() {
        return Objects.requireNonNull(encoded);
    }

    void encoded(byte[] bytes) {
        encoded = bytes;
    }
}
