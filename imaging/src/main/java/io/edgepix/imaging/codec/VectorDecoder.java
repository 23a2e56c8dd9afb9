package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads drawings, which have no pixels: each derivative is drawn at its own size. */
public interface VectorDecoder extends Decoder {
    /** An original that is ready to be drawn. */
    interface Drawing {
        /** Draws the part of it that a frame keeps, at the size of the frame. */
        Picture draw(Frame frame) throws IOException, UnrenderableException;
    }

    /**
     * Prepares a drawing.
     *
     * @param notices told, in a line, what is left out of it
     */
    Drawing open(byte[] original, Consumer<String> notices) throws IOException, UnrenderableException;

    /** Not for drawings. */
    @Override
    default Decoded decode(byte[] original, Detail detail) {
        throw new UnsupportedOperationException("A drawing has no samples of its own");
    }
}
