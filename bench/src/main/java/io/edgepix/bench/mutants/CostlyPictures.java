package io.edgepix.bench.mutants;

import java.util.ArrayList;
import java.util.List;

/** Generated pictures of less than a megabyte each, most of which take as much work as their format allows. */
final class CostlyPictures {
    /** Smaller pictures must not take more than {@link #MAX_MILLIS} of a processor. */
    static final int MAX_BYTES = 1_000_000;

    static final double MAX_MILLIS = 2_000;

    /** Numbers of mutants that are made of the pictures of a folder are above it. */
    private static final int FIRST = -1_000_000;

    private CostlyPictures() {}

    /** All of them; none is written before it is asked for. */
    static List<CostlyPicture> all() {
        List<CostlyPicture> all = new ArrayList<>();
        all.addAll(CostlyPngs.all());
        all.addAll(CostlyGifs.all());
        all.addAll(CostlyWebps.all());
        all.addAll(CostlyTiffs.all());
        all.addAll(CostlyJpegs.all());
        all.addAll(CostlyRasters.all());
        all.addAll(CostlySvgs.all());
        return all;
    }

    /** How many mutants there are of them. */
    static int count() {
        return all().size() * Kind.values().length;
    }

    /** What is done with each of them. */
    private enum Kind {
        SMALL(Damage.NONE, Wish.plain()),
        LARGE(Damage.NONE, Wish.large()),
        CUT(Damage.TRUNCATED, Wish.large()),
        DAMAGED(Damage.BITS, Wish.large());

        private final Damage damage;
        private final Wish wish;

        Kind(Damage damage, Wish wish) {
            this.damage = damage;
            this.wish = wish;
        }
    }

    /** The mutant of a number, the same for the same seed. */
    static Mutant mutant(long seed, int number) {
        Kind kind = Kind.values()[number % Kind.values().length];
        Picture picture = all().get(number / Kind.values().length).picture();
        return Mutant.of(seed, FIRST + number, picture, kind.damage, kind.wish);
    }
}
