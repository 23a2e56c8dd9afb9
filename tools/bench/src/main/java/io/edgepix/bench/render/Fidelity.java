package io.edgepix.bench.render;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.PixelSize;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.comparison.picture.Lanczos;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures the similarity of derivatives to a reference: the whole original, accurately reduced to the same dimensions.
 */
public final class Fidelity {
    private record Reduction(String name, PixelSize dimensions) {}

    /** The known similarities of a derivative. */
    private record Known(PixelSize dimensions, Map<Similarity, Double> values) {}

    private final SharpRunner decoder;
    private final Map<Reduction, Pixels> references = new HashMap<>();
    private final IdentityHashMap<byte[], Known> derivatives = new IdentityHashMap<>();

    /** Creates a measurement that decodes derivatives by sharp. */
    public Fidelity(SharpRunner decoder) {
        this.decoder = decoder;
    }

    /** Returns the largest ratios of bytes and the largest loss against the peer, over all boxes. */
    public ResultRow.Derivatives worst(CaseOriginal original, Format format, Renderings ours, List<byte[]> theirs)
            throws IOException {
        ResultRow.Derivatives worst = compare(original, format, ours, 0, theirs.getFirst());
        for (int box = 1; box < theirs.size(); box++) {
            worst = worst.orWorse(compare(original, format, ours, box, theirs.get(box)));
        }
        return worst;
    }

    private ResultRow.Derivatives compare(CaseOriginal original, Format format, Renderings ours, int box, byte[] theirs)
            throws IOException {
        byte[] mine = ours.measured().get(box);
        double decibels = similarity(original, Similarity.SSIM, mine);
        double peerDecibels = similarity(original, Similarity.SSIM, theirs);
        PixelSize dimensions = known(mine).dimensions;
        PixelSize peerDimensions = known(theirs).dimensions;
        if (!dimensions.isLike(peerDimensions)) {
            throw new BenchException(
                    original.name() + ": expected " + peerDimensions + " as from the peer, got " + dimensions);
        }
        Map<Similarity, Double> equal = new EnumMap<>(Similarity.class);
        for (Similarity measure : Similarity.of(format)) {
            equal.put(measure, equal(original, measure, ours, box, theirs).bytes() / theirs.length);
        }
        return new ResultRow.Derivatives(
                ours.quality(),
                mine.length / (double) theirs.length,
                decibels,
                peerDecibels,
                equal.getOrDefault(Similarity.SSIM, Double.NaN),
                equal.get(Similarity.SSIMULACRA2));
    }

    /** Returns the lowest quality at which ours is at least as similar as the peer's, for all boxes and measures. */
    int equalQuality(CaseOriginal original, Format format, Renderings ours, List<byte[]> theirs) throws IOException {
        int quality = 1;
        for (Similarity measure : Similarity.of(format)) {
            for (int box = 0; box < theirs.size(); box++) {
                quality = Math.max(
                        quality,
                        equal(original, measure, ours, box, theirs.get(box)).quality());
            }
        }
        return quality;
    }

    private EqualQuality.Result equal(
            CaseOriginal original, Similarity measure, Renderings ours, int box, byte[] theirs) throws IOException {
        return EqualQuality.find(
                quality -> {
                    byte[] derivative = ours.at(quality).get(box);
                    return new EqualQuality.Point(derivative.length, similarity(original, measure, derivative));
                },
                similarity(original, measure, theirs),
                ours.quality());
    }

    private double similarity(CaseOriginal original, Similarity measure, byte[] derivative) throws IOException {
        Known known = derivatives.get(derivative);
        Double value = known == null ? null : known.values.get(measure);
        if (value != null) {
            return value;
        }
        Pixels pixels = decoder.pixels(derivative);
        PixelSize dimensions = new PixelSize(pixels.width(), pixels.height());
        double now = measure.of(pixels, reference(original, dimensions));
        derivatives
                .computeIfAbsent(derivative, one -> new Known(dimensions, new EnumMap<>(Similarity.class)))
                .values
                .put(measure, now);
        return now;
    }

    private Known known(byte[] derivative) {
        @Nullable Known known = derivatives.get(derivative);
        if (known == null) {
            throw new IllegalStateException("expected a derivative that was measured");
        }
        return known;
    }

    private Pixels reference(CaseOriginal original, PixelSize dimensions) {
        return references.computeIfAbsent(
                new Reduction(original.name(), dimensions),
                one -> Lanczos.reduce(original.upright(), dimensions.width(), dimensions.height()));
    }

    /** Releases the references of a case. */
    public void forget() {
        derivatives.clear();
        references.clear();
    }
}
