package io.edgepix.quality.damage;

import java.util.ArrayList;
import java.util.List;

/** The logical screen and the frames of a GIF: GIF89a, 18 and 20. */
final class GifSizes implements HeaderSizes {
    private static final int FLAGS = 10;
    private static final int BLOCKS = 13;
    private static final int FRAME = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int FRAME_HEADER = 10;

    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 0, "GIF8") && picture.length > BLOCKS;
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        List<SizeField> fields = new ArrayList<>(List.of(SizeField.little(6, 2), SizeField.little(8, 2)));
        int at = BLOCKS + colours(picture[FLAGS]);
        while (at + FRAME_HEADER <= picture.length) {
            if (picture[at] == FRAME) {
                for (int side = 1; side < FRAME_HEADER - 1; side += 2) {
                    fields.add(SizeField.little(at + side, 2));
                }
                at = afterBlocks(picture, at + FRAME_HEADER + colours(picture[at + FRAME_HEADER - 1]) + 1);
            } else if (picture[at] == EXTENSION) {
                at = afterBlocks(picture, at + 2);
            } else {
                break;
            }
        }
        return HeaderSizes.within(picture, fields);
    }

    /** Returns the number of bytes of the colour table that the flags announce. */
    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(byte[] picture, int from) {
        int at = from;
        while (at < picture.length && picture[at] != 0) {
            at += 1 + (picture[at] & 0xFF);
        }
        return at + 1;
    }
}
