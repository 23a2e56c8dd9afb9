package io.edgepix.quality.damage;

import java.util.ArrayList;
import java.util.List;

/** The {@code ispe} boxes (image spatial extents) of an AVIF: ISO/IEC 23008-12, 6.5.3. */
final class AvifSizes implements HeaderSizes {
    private static final int METADATA = 4_096;

    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 4, "ftyp");
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        List<SizeField> fields = new ArrayList<>();
        for (int at = 0; at < Math.min(METADATA, picture.length); at++) {
            if (HeaderSizes.has(picture, at, "ispe")) {
                fields.addAll(List.of(SizeField.big(at + 8, 4), SizeField.big(at + 12, 4)));
            }
        }
        return HeaderSizes.within(picture, fields);
    }
}
