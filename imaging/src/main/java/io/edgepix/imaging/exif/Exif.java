package io.edgepix.imaging.exif;

import io.edgepix.imaging.model.Orientation;
import org.jspecify.annotations.Nullable;

/** The one thing that is wanted of EXIF. */
public final class Exif {
    private static final int ORIENTATION = 274;

    private Exif() {}

    /** Returns that of a TIFF structure that begins with its byte order; upright if it says nothing readable. */
    public static Orientation orientation(byte @Nullable [] tiff) {
        TiffDirectory directory = TiffDirectory.of(tiff);
        return directory == null ? Orientation.UPRIGHT : orientation(directory);
    }

    /** Returns that of a directory; upright if it says nothing readable. */
    public static Orientation orientation(TiffDirectory directory) {
        return Orientation.ofExif(directory.number(ORIENTATION));
    }
}
