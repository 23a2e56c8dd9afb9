package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;
import java.util.List;

/** What was decoded of an original: its samples, or a drawing that is ready to be drawn. */
public interface Decoded {
    /**
     * Makes the small picture of one derivative, turned as the original is stored.
     *
     * @param frame the part of the original that is kept, and the size at which it is wanted
     * @throws IOException if the original is damaged
     */
    Picture shrink(Header header, Frame frame) throws IOException, UnrenderableException;

    /** Throws an IOException if there are more or fewer samples than the header states. */
    default void check(Header header) throws IOException {}

    /** Returns what the log is told of decoding it. */
    default List<Notice> notices() {
        return List.of();
    }
}
