package io.edgepix.imaging.codec;

import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** One that also reads what there is of a picture that is cut short or damaged. */
public interface PartDecoder extends Decoder {
    /** The same picture with an end put to it, so that its header can be read; as it is where that needs none. */
    default byte[] ended(byte[] original, Limits limits) {
        return original;
    }

    /** Decodes as much as can be read of what was {@link #ended}; what is missing is grey, black or transparent. */
    Decoded decodePart(byte[] original, Detail detail) throws IOException, UnrenderableException;
}
