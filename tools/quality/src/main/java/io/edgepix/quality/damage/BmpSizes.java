package io.edgepix.quality.damage;

import java.util.List;

/** Width and height in the BITMAPINFOHEADER of a BMP. */
final class BmpSizes implements HeaderSizes {
    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 0, "BM");
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        return HeaderSizes.within(picture, List.of(SizeField.little(18, 4), SizeField.little(22, 4)));
    }
}
