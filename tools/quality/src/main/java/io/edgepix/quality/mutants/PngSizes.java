package io.edgepix.quality.mutants;

import java.util.List;
import java.util.zip.CRC32;

/** The chunk IHDR of a PNG, and its checksum: PNG, 11.2.1 and 5.3. */
final class PngSizes implements Sizes {
    private static final int TYPE = 12;
    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;
    private static final int CHECKSUM = 29;

    @Override
    public boolean recognises(byte[] picture) {
        return Sizes.has(picture, 0, "\u0089PNG\r\n");
    }

    @Override
    public List<Field> fields(byte[] picture) {
        return Sizes.within(picture, List.of(Field.big(WIDTH, 4), Field.big(HEIGHT, 4)));
    }

    @Override
    public void seal(byte[] picture) {
        CRC32 checksum = new CRC32();
        checksum.update(picture, TYPE, CHECKSUM - TYPE);
        Field.big(CHECKSUM, 4).set(picture, checksum.getValue());
    }
}
