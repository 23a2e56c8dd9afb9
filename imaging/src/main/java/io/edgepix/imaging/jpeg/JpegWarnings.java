package io.edgepix.imaging.jpeg;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first warning of a reader. libjpeg reports only the first one, so a harmless warning can hide one about a
 * part of the picture that is made up. The reader is therefore used only for files whose bytes are unusual.
 */
final class JpegWarnings implements IIOReadWarningListener {
    private @Nullable String first;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (first == null) {
            first = warning;
        }
    }

    /** Throws if there was a warning. */
    void check() throws IOException {
        if (first != null) {
            throw new IOException(first);
        }
    }
}
