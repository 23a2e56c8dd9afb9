package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.Optional;

/** An original whose header was read. Nothing else is decoded yet. */
public interface Original {
    /** Returns dimensions and orientation. */
    Header header();

    /**
     * Estimates the longest time to decode the original, in nanoseconds on one core. The estimate uses only the header,
     * and does not unpack compressed blocks. See {@link io.edgepix.imaging.model.Cost}.
     */
    long nanos() throws IOException, UnrenderableException;

    /**
     * Decodes the picture, or the first one of several.
     *
     * @param detail the least detail that is needed
     * @throws IOException if the original is damaged
     */
    Decoded decode(Detail detail) throws IOException, UnrenderableException;

    /** Returns the structure of an animation. Empty for an original with a single frame. */
    default Optional<Animation> animation() throws IOException {
        return Optional.empty();
    }
}
