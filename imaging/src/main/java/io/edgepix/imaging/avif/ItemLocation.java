package io.edgepix.imaging.avif;

import java.util.Optional;

/** Finds the data of an item with the box iloc (ISO/IEC 14496-12, section 8.11.3). */
final class ItemLocation {
    private ItemLocation() {}

    /**
     * Returns the first extent of an item's data; empty if the item is not found. Throws {@link
     * IndexOutOfBoundsException} if iloc is cut short.
     */
    static Optional<BoxFields> of(byte[] file, MediaBoxes meta, long item) {
        Optional<BoxFields> iloc = meta.first("iloc").map(MediaBox::fields);
        if (iloc.isEmpty()) {
            return Optional.empty();
        }
        BoxFields fields = iloc.get();
        int version = fields.versionAndFlags() >>> 24;
        int sizes = (int) fields.number(2);
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 0xF;
        int baseSize = sizes >> 4 & 0xF;
        int indexSize = version == 0 ? 0 : sizes & 0xF;
        int idSize = version < 2 ? 2 : 4;
        long count = fields.number(idSize);
        for (long i = 0; i < count; i++) {
            long id = fields.number(idSize);
            int method = version == 0 ? 0 : (int) fields.number(2) & 0xF;
            fields.skip(2);
            long base = fields.number(baseSize);
            long extents = fields.number(2);
            if (id == item && extents > 0) {
                fields.skip(indexSize);
                return extent(file, meta, method, base + fields.number(offsetSize), fields.number(lengthSize));
            }
            fields.skip(extents * (indexSize + offsetSize + lengthSize));
        }
        return Optional.empty();
    }

    private static Optional<BoxFields> extent(byte[] file, MediaBoxes meta, int method, long offset, long length) {
        Optional<MediaBox> data = method == 1 ? meta.first("idat") : Optional.empty();
        if (method > 1 || (method == 1 && data.isEmpty())) {
            return Optional.empty();
        }
        int from = data.map(MediaBox::body).orElse(0);
        int to = data.map(MediaBox::end).orElse(file.length);
        if (offset < 0 || offset > to - from) {
            return Optional.empty();
        }
        long rest = to - from - offset;
        long taken = length <= 0 || length > rest ? rest : length;
        return Optional.of(new BoxFields(file, (int) (from + offset), (int) (from + offset + taken)));
    }
}
