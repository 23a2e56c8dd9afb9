package io.edgepix.quality.damage;

import java.util.ArrayList;
import java.util.List;

/** The frame headers (SOF) of a JPEG: ITU-T T.81, B.2.2. */
final class JpegSizes implements HeaderSizes {
    private static final int MARKER = 0xFF;
    private static final int FIRST_SOF = 0xC0;
    private static final int LAST_SOF = 0xCF;
    private static final int SCAN = 0xDA;

    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 0, "\u00FF\u00D8\u00FF");
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        List<SizeField> fields = new ArrayList<>();
        int at = 2;
        while (at + 4 <= picture.length && (picture[at] & 0xFF) == MARKER) {
            int code = picture[at + 1] & 0xFF;
            if (isFrame(code)) {
                fields.add(SizeField.big(at + 5, 2));
                fields.add(SizeField.big(at + 7, 2));
            }
            if (code == SCAN) {
                break;
            }
            at += 2 + (int) SizeField.big(at + 2, 2).get(picture);
        }
        return HeaderSizes.within(picture, fields);
    }

    /** Tells whether a marker is a SOF. The codes of DHT, JPG and DAC are between those of SOF. */
    private static boolean isFrame(int code) {
        return code >= FIRST_SOF && code <= LAST_SOF && code != 0xC4 && code != 0xC8 && code != 0xCC;
    }
}
