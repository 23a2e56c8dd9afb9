package io.edgepix.quality.damage;

import java.util.List;
import java.util.zip.CRC32;

/** The IHDR chunk of a PNG, and its checksum: PNG specification, 11.2.1 and 5.3. */
final class PngSizes implements HeaderSizes {
    private static final int TYPE = 12;
    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;
    private static final int CHECKSUM = 29;

    @Override
    public boolean recognises(byte[] picture) {
        return HeaderSizes.has(picture, 0, "\u0089PNG\r\n");
    }

    @Override
    public List<SizeField> fields(byte[] picture) {
        return HeaderSizes.within(picture, List.of(SizeField.big(WIDTH, 4), SizeField.big(HEIGHT, 4)));
    }

    @Override
    public void seal(byte[] picture) {
        CRC32 checksum = new CRC32();
        checksum.update(picture, TYPE, CHECKSUM - TYPE);
        SizeField.big(CHECKSUM, 4).set(picture, checksum.getValue());
    }
}
