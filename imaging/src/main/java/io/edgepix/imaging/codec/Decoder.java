package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** Reads originals of one format; stateless. */
public interface Decoder {
    /** Returns the format's name as viewers are told it. */
    String name();

    /** Whether the originals are drawings, which have no pixels. */
    default boolean readsDrawings() {
        return false;
    }

    /** Whether the first bytes are those of the format. */
    boolean recognises(byte[] bytes);

    /**
     * Reads the header, and nothing that costs memory.
     *
     * @throws IOException if the header is damaged
     * @throws UnrenderableException if it is of a kind that is not read
     */
    Original open(byte[] bytes) throws IOException, UnrenderableException;

    /**
     * Opens an original that is cut short or damaged. What is decoded of it is as much as can be read; what is missing is
     * grey, black or transparent.
     *
     * @throws IOException if too little can be read, or the format is read as a whole or not at all
     */
    default Original openPart(byte[] bytes, Limits limits) throws IOException, UnrenderableException {
        throw new IOException(name() + " is read as a whole or not at all");
    }
}
