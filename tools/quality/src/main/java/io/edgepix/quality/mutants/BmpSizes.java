package io.edgepix.quality.mutants;

import java.util.List;

/** Width and height in the BITMAPINFOHEADER of a BMP. */
final class BmpSizes implements Sizes {
    @Override
    public boolean recognises(byte[] picture) {
        return Sizes.has(picture, 0, "BM");
    }

    @Override
    public List<Field> fields(byte[] picture) {
        return Sizes.within(picture, List.of(Field.little(18, 4), Field.little(22, 4)));
    }
}
