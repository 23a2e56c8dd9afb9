package io.edgepix.imaging.exif;

import io.edgepix.imaging.model.Orientation;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the orientation of EXIF. */
public final class Exif {
    private static final int ORIENTATION = 274;

    private Exif() {}

    /**
     * Returns the orientation in a TIFF structure, which begins with its byte order mark; upright if no orientation can
     * be read.
     */
    public static Orientation orientation(byte @Nullable [] tiff) {
        return Optional.ofNullable(tiff)
                .flatMap(TiffDirectory::of)
                .map(Exif::orientation)
                .orElse(Orientation.UPRIGHT);
    }

    /** Returns the orientation in a directory; upright if no orientation can be read. */
    public static Orientation orientation(TiffDirectory directory) {
        OptionalInt value = directory.number(ORIENTATION);
        return value.isPresent() ? Orientation.ofExif(value.getAsInt()) : Orientation.UPRIGHT;
    }
}
