package io.edgepix.quality.mutants;

import java.util.function.Supplier;

/**
 * A generated picture that needs a lot of work for its size.
 *
 * @param name starts with {@code costly/}
 * @param bytes generates its bytes
 */
record CostlyPicture(String name, Supplier<byte[]> bytes) {
    static CostlyPicture of(String name, Supplier<byte[]> bytes) {
        return new CostlyPicture("costly/" + name, bytes);
    }

    SeedPicture picture() {
        return new SeedPicture(name, bytes.get());
    }
}
