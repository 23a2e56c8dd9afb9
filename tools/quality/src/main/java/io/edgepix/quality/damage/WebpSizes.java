package io.edgepix.quality.damage;

import java.util.ArrayList;
import java.util.List;

/** The VP8, VP8L, VP8X and ANMF chunks of a WebP: RFC 9649, 2.5 to 2.7; RFC 6386, 9.1. */
final class WebpSizes implements HeaderSizes {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;

    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 0, "RIFF") && HeaderSizes.has(picture, 8, "WEBP");
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        List<SizeField> fields = new ArrayList<>();
        int at = FIRST_CHUNK;
        while (at >= 0 && at + CHUNK_HEADER <= picture.length) {
            int data = at + CHUNK_HEADER;
            if (HeaderSizes.has(picture, at, "VP8 ")) {
                fields.addAll(List.of(SizeField.little(data + 6, 2), SizeField.little(data + 8, 2)));
            } else if (HeaderSizes.has(picture, at, "VP8L")) {
                fields.add(SizeField.little(data + 1, 4));
            } else if (HeaderSizes.has(picture, at, "VP8X")) {
                fields.addAll(List.of(SizeField.little(data + 4, 3), SizeField.little(data + 7, 3)));
            } else if (HeaderSizes.has(picture, at, "ANMF")) {
                for (int side = 0; side < 12; side += 3) {
                    fields.add(SizeField.little(data + side, 3));
                }
            }
            long length = SizeField.little(at + 4, 4).get(picture);
            at = (int) Math.min(data + length + (length & 1), Integer.MAX_VALUE);
        }
        return HeaderSizes.within(picture, fields);
    }
}
