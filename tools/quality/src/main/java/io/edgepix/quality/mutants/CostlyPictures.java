package io.edgepix.quality.mutants;

import io.edgepix.quality.damage.Damage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Generated pictures of less than a megabyte each. Most of them need as much work as their format allows. */
final class CostlyPictures {
    /** Mutants of the pictures of a folder have higher numbers. */
    private static final int FIRST = -1_000_000;

    private static final List<Kind> KINDS = List.of(
            new Kind(Damage.NONE, MutantRequest.plain()),
            new Kind(Damage.NONE, MutantRequest.large()),
            new Kind(Damage.TRUNCATED, MutantRequest.large()),
            new Kind(Damage.BITS, MutantRequest.large()));

    /** A damage and a request for each of the pictures. */
    private record Kind(Damage damage, MutantRequest request) {}

    private final List<CostlyPicture> pictures = all();
    private final Map<Integer, SeedPicture> written = new ConcurrentHashMap<>();

    /** Returns all pictures. Each is generated on demand. */
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

    /** Returns the number of mutants. */
    int count() {
        return pictures.size() * KINDS.size();
    }

    /** Returns the mutant with a number. The same seed always results in the same mutant. */
    Mutant mutant(long seed, int number) {
        Kind kind = KINDS.get(number % KINDS.size());
        SeedPicture picture = written.computeIfAbsent(
                number / KINDS.size(), i -> pictures.get(i).picture());
        return Mutant.of(seed, FIRST + number, picture, kind.damage, kind.request);
    }
}
