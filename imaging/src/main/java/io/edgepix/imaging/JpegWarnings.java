package io.edgepix.imaging;

import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/** Tells the warnings after which a part of the picture is made up from those that harm nothing. */
final class JpegWarnings implements IIOReadWarningListener {
    private static final List<String> HARMFUL =
            List.of("Premature end", "premature end", "bad Huffman code", "instead of RST", "bad arithmetic code");

    private @Nullable String first;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (first == null && HARMFUL.stream().anyMatch(warning::contains)) {
            first = warning;
        }
    }

    void check() throws IOException {
        if (first != null) {
            throw new IOException(first);
        }
    }
}
