package io.edgepix.quality.mutants;

/** A good picture. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SeedPicture(String name, byte[] bytes) {
    private static final int SMALL = 256 << 10;
    private static final int LARGE = 1 << 20;

    /** How often it is taken, as large ones take their time. */
    int weight() {
        if (bytes.length <= SMALL) {
            return 8;
        }
        return bytes.length <= LARGE ? 4 : 1;
    }
}
