package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;
import java.util.List;

/** The result of decoding an original: its samples, or a drawing that is ready to be rasterised. */
public interface Decoded {
    /**
     * Renders the picture of one derivative, in the stored orientation of the original.
     *
     * @param frame the part of the original to show, and the size of the result in pixels
     * @throws IOException if the original is damaged
     */
    Picture shrink(Header header, Crop frame) throws IOException, UnrenderableException;

    /**
     * Checks the number of samples.
     *
     * @throws IOException if there are more or fewer than the header states
     */
    default void check(Header header) throws IOException {}

    /** Returns notices about the decoding. */
    default List<Notice> notices() {
        return List.of();
    }
}
