package io.edgepix.quality.mutants;

import io.edgepix.derivative.Format;
import io.edgepix.quality.damage.Damage;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A damaged picture and a request. The same seed and number always result in the same picture and request.
 *
 * @param number the number of the mutant in its run
 * @param picture the name of the picture that was damaged
 * @param whole the undamaged picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mutant(int number, String picture, byte[] whole, Damage damage, byte[] bytes, MutantRequest request) {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long STRIDE = 0x9E37_79B9_7F4A_7C15L;

    /** Mutants of fewer bytes must not take more than {@link #MAX_MILLIS} of processor time. */
    private static final int MAX_TIMED_BYTES = 1_000_000;

    static final double MAX_MILLIS = 2_000;

    /** Tells whether its time is limited: it is small, and is not encoded as AVIF, which is slow for any original. */
    boolean isTimed() {
        return bytes.length < MAX_TIMED_BYTES && request.format() != Format.AVIF;
    }

    /** Creates a mutant of a given damage and request. */
    static Mutant of(long seed, int number, SeedPicture original, Damage damage, MutantRequest request) {
        RandomGenerator random = RANDOM.create(seed + number * STRIDE);
        return new Mutant(
                number, original.name(), original.bytes(), damage, damage.apply(original.bytes(), random), request);
    }

    static Mutant of(long seed, int number, SeedPicture original) {
        RandomGenerator random = RANDOM.create(seed + number * STRIDE);
        Damage damage = Damage.any(random);
        byte[] bytes = damage.apply(original.bytes(), random);
        return new Mutant(number, original.name(), original.bytes(), damage, bytes, MutantRequest.any(random));
    }

    /** Tells whether a derivative must show every row of the picture. */
    boolean isToBeWhole() {
        return damage == Damage.TRUNCATED && !request.lenient();
    }
}
