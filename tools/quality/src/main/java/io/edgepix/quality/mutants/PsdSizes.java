package io.edgepix.quality.mutants;

import java.util.List;

/** Channels, height and width in the header of a PSD. */
final class PsdSizes implements Sizes {
    @Override
    public boolean recognises(byte[] picture) {
        return Sizes.has(picture, 0, "8BPS");
    }

    @Override
    public List<Field> fields(byte[] picture) {
        return Sizes.within(picture, List.of(Field.big(12, 2), Field.big(14, 4), Field.big(18, 4)));
    }
}
