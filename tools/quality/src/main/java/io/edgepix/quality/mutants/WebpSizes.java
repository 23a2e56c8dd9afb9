package io.edgepix.quality.mutants;

import java.util.ArrayList;
import java.util.List;

/** The chunks VP8, VP8L, VP8X and ANMF of a WebP: RFC 9649, 2.5 to 2.7; RFC 6386, 9.1. */
final class WebpSizes implements Sizes {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;

    @Override
    public boolean recognises(byte[] picture) {
        return Sizes.has(picture, 0, "RIFF") && Sizes.has(picture, 8, "WEBP");
    }

    @Override
    public List<Field> fields(byte[] picture) {
        List<Field> fields = new ArrayList<>();
        int at = FIRST_CHUNK;
        while (at >= 0 && at + CHUNK_HEADER <= picture.length) {
            int data = at + CHUNK_HEADER;
            if (Sizes.has(picture, at, "VP8 ")) {
                fields.addAll(List.of(Field.little(data + 6, 2), Field.little(data + 8, 2)));
            } else if (Sizes.has(picture, at, "VP8L")) {
                fields.add(Field.little(data + 1, 4));
            } else if (Sizes.has(picture, at, "VP8X")) {
                fields.addAll(List.of(Field.little(data + 4, 3), Field.little(data + 7, 3)));
            } else if (Sizes.has(picture, at, "ANMF")) {
                for (int side = 0; side < 12; side += 3) {
                    fields.add(Field.little(data + side, 3));
                }
            }
            long length = Field.little(at + 4, 4).get(picture);
            at = (int) Math.min(data + length + (length & 1), Integer.MAX_VALUE);
        }
        return Sizes.within(picture, fields);
    }
}
