package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.VectorDecoder;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.picture.Picture;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one call has so far; each step reads what the ones before it left. The original is read for all requests at
 * once, and then they are served one by one.
 */
public final class Work {
    public final List<RenderRequest> requests;
    final Limits limits;
    final Consumer<String> notices;

    private byte[] original;
    private int served;
    private @Nullable Decoder decoder;
    private @Nullable Header header;
    private @Nullable Decoded decoded;
    private VectorDecoder.@Nullable Drawing drawing;
    private @Nullable Picture picture;
    private byte @Nullable [] encoded;

    public Work(byte[] original, List<RenderRequest> requests, Limits limits, Consumer<String> notices) {
        this.original = original;
        this.requests = requests;
        this.limits = limits;
        this.notices = notices;
    }

    byte[] original() {
        return original;
    }

    void original(byte[] ended) {
        original = ended;
    }

    /** What the picture is being made for. */
    public RenderRequest request() {
        return requests.get(served);
    }

    /** Takes the derivative out and turns to the next request, if there is one. */
    public byte[] serve() {
        byte[] derivative = Objects.requireNonNull(encoded);
        picture = null;
        encoded = null;
        served++;
        return derivative;
    }

    /** Whether the original's bytes are still at work, so that a fault is theirs. */
    public boolean isReading() {
        return decoder != null && picture == null;
    }

    public Decoder decoder() {
        return Objects.requireNonNull(decoder);
    }

    public void decoder(Decoder found) {
        decoder = found;
    }

    public Header header() {
        return Objects.requireNonNull(header);
    }

    public void header(Header read) {
        header = read;
    }

    Decoded decoded() {
        return Objects.requireNonNull(decoded);
    }

    void decoded(Decoded whole) {
        decoded = whole;
    }

    /** Null for an original that has pixels. */
    VectorDecoder.@Nullable Drawing drawing() {
        return drawing;
    }

    void drawing(VectorDecoder.Drawing opened) {
        drawing = opened;
    }

    public Picture picture() {
        return Objects.requireNonNull(picture);
    }

    /** Replaces the picture; the last one lets go of the decoded original, which is by far the larger. */
    public void picture(Picture next) {
        picture = next;
        if (served == requests.size() - 1) {
            decoded = null;
        }
    }

    void encoded(byte[] bytes) {
        encoded = bytes;
    }
}
