package io.edgepix.quality.damage;

import java.util.List;

/** Channels, height and width in the header of a PSD. */
final class PsdSizes implements HeaderSizes {
    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 0, "8BPS");
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        return HeaderSizes.within(picture, List.of(SizeField.big(12, 2), SizeField.big(14, 4), SizeField.big(18, 4)));
    }
}
