package io.edgepix.bench.mutants;

import io.edgepix.derivative.Format;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A damaged picture, and what is asked of it; the same for the same seed and number.
 *
 * @param number in its run
 * @param picture of which it was made
 * @param box as {@code 300x200}, {@code 300x} or {@code x200}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mutant(int number, String picture, Damage damage, byte[] bytes, String box, Format format) {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final List<Format> FORMATS = List.of(Format.WEBP, Format.JPEG, Format.PNG, Format.GIF);
    private static final int MAX_SIDE = 700;
    private static final long STRIDE = 0x9E37_79B9_7F4A_7C15L;

    static Mutant of(long seed, int number, Picture original) {
        RandomGenerator random = RANDOM.create(seed + number * STRIDE);
        Damage damage = Damage.any(random);
        byte[] bytes = damage.apply(original.bytes(), random);
        return new Mutant(
                number, original.name(), damage, bytes, box(random), FORMATS.get(random.nextInt(FORMATS.size())));
    }

    private static String box(RandomGenerator random) {
        int width = 1 + random.nextInt(MAX_SIDE);
        int height = 1 + random.nextInt(MAX_SIDE);
        return switch (random.nextInt(4)) {
            case 0 -> width + "x";
            case 1 -> "x" + height;
            default -> width + "x" + height;
        };
    }
}
