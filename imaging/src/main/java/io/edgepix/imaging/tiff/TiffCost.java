package io.edgepix.imaging.tiff;

import io.edgepix.imaging.exif.TiffDirectory;
import io.edgepix.imaging.jpeg.JpegCost;
import io.edgepix.imaging.model.Header;

/**
 * Estimates how long a TIFF takes to decode.
 *
 * <p>All strips or tiles can share the same few bytes. The estimate therefore counts the strips or tiles that the
 * picture needs. Each row of a tile is read in full width. If strips or tiles are JPEGs, each one can have any size,
 * and counts as the most expensive JPEG of the file.
 */
final class TiffCost {
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int SAMPLES = 277;
    private static final int ROWS_A_STRIP = 278;
    private static final int PLANAR = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int SEPARATE = 2;
    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;

    private static final double NANOS_A_PART = 12_000;
    private static final double NANOS_A_ROW = 1_000;
    private static final double NANOS_A_PIXEL = 12;

    private final TiffDirectory directory;
    private final double width;
    private final double height;

    private TiffCost(TiffDirectory directory, Header header) {
        this.directory = directory;
        this.width = header.width();
        this.height = header.height();
    }

    /** Returns the estimate in nanoseconds, on one core. */
    static long nanos(byte[] tiff, TiffDirectory directory, Header header) {
        return (long) new TiffCost(directory, header).nanos(tiff);
    }

    private double nanos(byte[] tiff) {
        boolean tiled = number(TILE_WIDTH) > 0;
        double partWidth = tiled ? number(TILE_WIDTH) : width;
        double partHeight = Math.min(height, positive(number(tiled ? TILE_HEIGHT : ROWS_A_STRIP), height));
        double across = Math.ceil(width / partWidth);
        double samples = positive(number(SAMPLES), 1);
        double planes = number(PLANAR) == SEPARATE ? samples : 1;
        double parts = planes * across * Math.ceil(height / partHeight);
        return parts * (NANOS_A_PART + jpeg(tiff))
                + planes * across * height * NANOS_A_ROW
                + across * partWidth * height * samples * nanosASample()
                + width * height * NANOS_A_PIXEL;
    }

    private double nanosASample() {
        int bits = number(BITS);
        if (bits == 8 || bits == 16) {
            return bits + 1;
        }
        return bits < 8 ? 20 : 2 * bits;
    }

    /** Returns the nanoseconds of the most expensive JPEG in the file; 0 if its strips or tiles are not JPEGs. */
    private double jpeg(byte[] tiff) {
        int compression = number(COMPRESSION);
        return compression == JPEG || compression == OLD_JPEG ? JpegCost.mostNanos(tiff) : 0;
    }

    /** Returns the number of a tag. A missing one counts as 0, which is not valid in any of these tags. */
    private int number(int tag) {
        return directory.number(tag).orElse(0);
    }

    private static double positive(int number, double otherwise) {
        return number > 0 ? number : otherwise;
    }
}
