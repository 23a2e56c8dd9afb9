package io.edgepix.imaging.imageio;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** The JDK's own readers and writers, whatever else is on the class path. */
public final class Jdk {
    private static final String PACKAGE = "com.sun.imageio.";

    private Jdk() {}

    public static ImageReader reader(String format) {
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format); all.hasNext(); ) {
            ImageReader reader = all.next();
            if (reader.getClass().getName().startsWith(PACKAGE)) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("This JDK reads no " + format);
    }

    public static ImageWriter writer(String format) {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName(format); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getName().startsWith(PACKAGE)) {
                return writer;
            }
            writer.dispose();
        }
        throw new IllegalStateException("This JDK writes no " + format);
    }
}
