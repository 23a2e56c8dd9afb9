package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.Optional;

/** An original whose header was read, and is not read again. Nothing is decoded yet. */
public interface Original {
    /** Returns the size and the orientation. */
    Header header();

    /**
     * Returns about how long decoding takes at most, in nanoseconds on one core, by what the header states: of nothing
     * that has to be unpacked. See {@link io.edgepix.imaging.model.Cost}.
     */
    long nanos() throws IOException, UnrenderableException;

    /**
     * Decodes the picture, or the first one of several.
     *
     * @param detail how finely it is needed at least
     * @throws IOException if it is damaged
     */
    Decoded decode(Detail detail) throws IOException, UnrenderableException;

    /** Returns what the blocks say of an animation; empty if there is no second frame. */
    default Optional<Animation> animation() throws IOException {
        return Optional.empty();
    }
}
