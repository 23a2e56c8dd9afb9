package io.edgepix.quality.mutants;

import java.util.ArrayList;
import java.util.List;

/** The boxes ispe (image spatial extents) of an AVIF: ISO/IEC 23008-12, 6.5.3. */
final class AvifSizes implements Sizes {
    private static final int METADATA = 4_096;

    @Override
    public boolean recognises(byte[] picture) {
        return Sizes.has(picture, 4, "ftyp");
    }

    @Override
    public List<Field> fields(byte[] picture) {
        List<Field> fields = new ArrayList<>();
        for (int at = 0; at < Math.min(METADATA, picture.length); at++) {
            if (Sizes.has(picture, at, "ispe")) {
                fields.addAll(List.of(Field.big(at + 8, 4), Field.big(at + 12, 4)));
            }
        }
        return Sizes.within(picture, fields);
    }
}
