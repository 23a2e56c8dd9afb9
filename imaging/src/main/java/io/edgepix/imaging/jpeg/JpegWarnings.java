package io.edgepix.imaging.jpeg;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first warning of a reader. libjpeg reports no other, so that a harmless one can hide that a part of the picture
 * is made up; the reader is asked where the bytes are odd already.
 */
final class JpegWarnings implements IIOReadWarningListener {
    private @Nullable String first;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (first == null) {
            first = warning;
        }
    }

    void check() throws IOException {
        if (first != null) {
            throw new IOException(first);
        }
    }
}
