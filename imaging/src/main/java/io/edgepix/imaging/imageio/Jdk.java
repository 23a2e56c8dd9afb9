package io.edgepix.imaging.imageio;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** Finds the JDK's own readers and writers, even if the class path contains others. */
public final class Jdk {
    private static final String PACKAGE = "com.sun.imageio.";

    private Jdk() {}

    /**
     * Returns a new reader of a format such as "png".
     *
     * @throws IllegalStateException if the JDK has none
     */
    public static ImageReader reader(String format) {
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format); all.hasNext(); ) {
            ImageReader reader = all.next();
            if (reader.getClass().getName().startsWith(PACKAGE)) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("Expected a reader of " + format + " in the JDK, got none");
    }

    /**
     * Returns a new writer of a format such as "png".
     *
     * @throws IllegalStateException if the JDK has none
     */
    public static ImageWriter writer(String format) {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName(format); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getName().startsWith(PACKAGE)) {
                return writer;
            }
            writer.dispose();
        }
        throw new IllegalStateException("Expected a writer of " + format + " in the JDK, got none");
    }
}
