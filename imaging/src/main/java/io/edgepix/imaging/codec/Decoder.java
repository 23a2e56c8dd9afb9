package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** Reads originals of one format. Implementations are stateless. */
public interface Decoder {
    /** Returns the name of the format for viewers. */
    String name();

    /** Tells whether the format is a vector format, whose originals have no pixels. */
    default boolean readsDrawings() {
        return false;
    }

    /** Tells whether a file is of this format, by its first bytes. */
    boolean recognises(byte[] bytes);

    /**
     * Reads the header. Allocates no memory for pixels.
     *
     * @throws IOException if the header is damaged
     * @throws UnrenderableException if the original is of an unsupported kind
     */
    Original open(byte[] bytes) throws IOException, UnrenderableException;

    /**
     * Opens an original that is cut short or damaged. All that can be read is decoded. Missing parts are grey, black or
     * transparent.
     *
     * @throws IOException if too little can be read, or the decoder reads only whole originals
     */
    default Original openPart(byte[] bytes, Limits limits) throws IOException, UnrenderableException {
        throw new IOException("Expected a whole " + name() + ", got a damaged one");
    }
}
