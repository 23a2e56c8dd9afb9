package io.edgepix.quality.mutants;

/** An undamaged picture. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SeedPicture(String name, byte[] bytes) {
    private static final int SMALL = 256 << 10;
    private static final int LARGE = 1 << 20;

    /** Returns how often the picture is used. Large ones are used less often, since they are slow. */
    int weight() {
        if (bytes.length <= SMALL) {
            return 8;
        }
        return bytes.length <= LARGE ? 4 : 1;
    }
}
