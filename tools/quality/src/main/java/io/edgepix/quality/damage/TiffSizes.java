package io.edgepix.quality.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The directory entries of a TIFF with the sizes of the picture, strips and tiles: TIFF 6.0, sections 2, 8 and 15. */
final class TiffSizes implements HeaderSizes {
    /** ImageWidth, ImageLength, BitsPerSample, SamplesPerPixel, RowsPerStrip, TileWidth, TileLength. */
    private static final Set<Long> TAGS = Set.of(256L, 257L, 258L, 277L, 278L, 322L, 323L);

    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int MAX_DIRECTORIES = 16;

    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 0, "II*\0") || HeaderSizes.has(picture, 0, "MM\0*");
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        boolean big = picture[0] == 'M';
        List<SizeField> fields = new ArrayList<>();
        long directory = get(picture, big, 4, 4);
        for (int i = 0; i < MAX_DIRECTORIES && directory > 0 && directory + 2 <= picture.length; i++) {
            int entries = (int) get(picture, big, (int) directory, 2);
            for (int entry = 0; entry < entries; entry++) {
                add(fields, picture, big, (int) directory + 2 + ENTRY * entry);
            }
            directory = get(picture, big, (int) directory + 2 + ENTRY * entries, 4);
        }
        return HeaderSizes.within(picture, fields);
    }

    private static void add(List<SizeField> fields, byte[] picture, boolean big, int at) {
        if (TAGS.contains(get(picture, big, at, 2))) {
            fields.add(new SizeField(at + 8, get(picture, big, at + 2, 2) == SHORT ? 2 : 4, big));
        }
    }

    private static long get(byte[] picture, boolean big, int at, int bytes) {
        SizeField field = new SizeField(at, bytes, big);
        return field.fits(picture) ? field.get(picture) : 0;
    }
}
