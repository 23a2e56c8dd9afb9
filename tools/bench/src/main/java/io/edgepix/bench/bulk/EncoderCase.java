package io.edgepix.bench.bulk;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Measurements;
import io.edgepix.bench.render.CaseOriginal;
import io.edgepix.bench.render.EdgepixRunner;
import io.edgepix.bench.render.EqualQuality;
import io.edgepix.bench.render.SharpRunner;
import io.edgepix.bench.render.Similarity;
import io.edgepix.comparison.picture.Lanczos;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** One original at one width, encoded with different efforts. */
final class EncoderCase {
    private static final int WHITE = 0xFFFFFF;
    private static final int LEAST_QUALITY = 50;
    /** The runs of a JPEG, which are short. */
    private static final int JPEG_RUNS = 3;

    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final ProcessorTime PROCESSOR = new ProcessorTime();

    /**
     * One encoding.
     *
     * @param processorMillis the time of the rendering, with decoding; a median for JPEG
     * @param similarities to the original, reduced carefully: SSIM, and SSIMULACRA 2 for AVIF
     */
    record Encoding(int quality, double processorMillis, int bytes, Map<Similarity, Double> similarities) {
        double similarity(Similarity measure) {
            return similarities.getOrDefault(measure, Double.NaN);
        }
    }

    private final CaseOriginal original;
    private final Size size;
    private final EdgepixRunner runner;
    private final SharpRunner decoder;
    private final Pixels reference;
    private final Map<Integer, Encoding> usual = new HashMap<>();

    EncoderCase(CaseOriginal original, int width, EdgepixRunner runner, SharpRunner decoder) throws IOException {
        this.original = original;
        this.size = new Size(width, 0);
        this.runner = runner;
        this.decoder = decoder;
        Pixels drawn = decoder.pixels(render(Format.PNG, 100, Effort.DEFAULT));
        this.reference = Lanczos.reduce(original.upright(), drawn.width(), drawn.height());
    }

    Encoding encoding(Format format, int quality, Effort effort) throws IOException {
        Measurements millis = new Measurements();
        byte[] derivative = {};
        for (int i = 0; i < (format == Format.AVIF ? 1 : JPEG_RUNS); i++) {
            long start = PROCESSOR.nanos();
            derivative = render(format, quality, effort);
            millis.add((PROCESSOR.nanos() - start) / NANOS_A_MILLISECOND);
        }
        Pixels pixels = decoder.pixels(derivative);
        Map<Similarity, Double> similarities = new EnumMap<>(Similarity.class);
        for (Similarity measure : Similarity.of(format)) {
            similarities.put(measure, measure.of(pixels, reference));
        }
        return new Encoding(quality, millis.median(), derivative.length, similarities);
    }

    /** Returns the bytes of an AVIF divided by those of an equally similar one with the default effort. */
    double equalBytes(Encoding avif, Similarity measure) throws IOException {
        EqualQuality.Result equal = EqualQuality.find(
                quality -> {
                    Encoding point = usualAvif(quality);
                    return new EqualQuality.Point(point.bytes, point.similarity(measure));
                },
                avif.similarity(measure),
                avif.quality);
        return avif.bytes / equal.bytes();
    }

    private Encoding usualAvif(int quality) throws IOException {
        Encoding known = usual.get(quality);
        if (known == null) {
            known = encoding(Format.AVIF, quality, Effort.DEFAULT);
            usual.put(quality, known);
        }
        return known;
    }

    /** Returns the encoding by mozjpeg of the lowest quality that is at least as similar as another encoding. */
    Encoding mozjpegLike(Encoding other) throws IOException {
        Effort effort = new Effort(true, 0);
        double decibels = other.similarity(Similarity.SSIM);
        int low = LEAST_QUALITY;
        int high = 100;
        while (low < high) {
            int middle = (low + high) / 2;
            if (encoding(Format.JPEG, middle, effort).similarity(Similarity.SSIM) >= decibels) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return encoding(Format.JPEG, low, effort);
    }

    private byte[] render(Format format, int quality, Effort effort) {
        try {
            return runner.renderer()
                    .render(
                            original.bytes(),
                            new RenderRequest(size, Fit.CONTAIN, format, quality, WHITE).with(effort));
        } catch (UnrenderableException e) {
            throw new BenchException(original.name() + ": " + e.getMessage());
        }
    }
}
