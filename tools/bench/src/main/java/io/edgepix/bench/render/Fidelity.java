package io.edgepix.bench.render;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.PixelSize;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.comparison.picture.Lanczos;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.comparison.picture.Ssim;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the similarity of derivatives to a reference: the whole original, accurately reduced to the same dimensions.
 */
public final class Fidelity {
    private record Reduction(String name, PixelSize dimensions) {}

    private record Distance(PixelSize dimensions, double decibels) {}

    private final SharpRunner decoder;
    private final Map<Reduction, Pixels> references = new HashMap<>();
    private final IdentityHashMap<byte[], Distance> distances = new IdentityHashMap<>();

    /** Creates a measurement that decodes derivatives by sharp. */
    public Fidelity(SharpRunner decoder) {
        this.decoder = decoder;
    }

    /** Returns the largest ratio of bytes and the largest loss against the peer, over all boxes. */
    public ResultRow.Derivatives worst(CaseOriginal original, List<byte[]> ours, List<byte[]> theirs)
            throws IOException {
        ResultRow.Derivatives worst = compare(original, ours.getFirst(), theirs.getFirst());
        for (int i = 1; i < ours.size(); i++) {
            worst = worst.orWorse(compare(original, ours.get(i), theirs.get(i)));
        }
        return worst;
    }

    private ResultRow.Derivatives compare(CaseOriginal original, byte[] ours, byte[] theirs) throws IOException {
        Distance mine = see(original, ours);
        Distance other = see(original, theirs);
        if (!mine.dimensions.isLike(other.dimensions)) {
            throw new BenchException(
                    original.name() + ": expected " + other.dimensions + " as from the peer, got " + mine.dimensions);
        }
        return new ResultRow.Derivatives(ours.length / (double) theirs.length, mine.decibels, other.decibels);
    }

    private Distance see(CaseOriginal original, byte[] derivative) throws IOException {
        Distance known = distances.get(derivative);
        if (known != null) {
            return known;
        }
        Pixels pixels = decoder.pixels(derivative);
        PixelSize dimensions = new PixelSize(pixels.width(), pixels.height());
        Distance now = new Distance(dimensions, Ssim.decibels(pixels, reference(original, dimensions)));
        distances.put(derivative, now);
        return now;
    }

    private Pixels reference(CaseOriginal original, PixelSize dimensions) {
        return references.computeIfAbsent(
                new Reduction(original.name(), dimensions),
                one -> Lanczos.reduce(original.upright(), dimensions.width(), dimensions.height()));
    }

    /** Releases the references of a case. */
    public void forget() {
        distances.clear();
        references.clear();
    }
}
