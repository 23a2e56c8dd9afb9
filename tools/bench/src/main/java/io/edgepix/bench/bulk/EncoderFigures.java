package io.edgepix.bench.bulk;

import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.render.CaseOriginal;
import io.edgepix.bench.render.EdgepixRunner;
import io.edgepix.bench.render.SharpRunner;
import io.edgepix.bench.render.Similarity;
import io.edgepix.comparison.text.MarkdownTable;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Effort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What encoders gain if they have time: JPEG by mozjpeg, and the efforts of AVIF. */
final class EncoderFigures {
    private static final int[] WIDTHS = {720, 1440};
    private static final int[] QUICK_WIDTHS = {720};
    private static final int JPEG_QUALITY = 80;
    private static final int AVIF_QUALITY = 50;
    private static final int LARGEST_EFFORT = 6;
    private static final int QUICK_EFFORT = 4;
    /** The most pictures that are encoded as AVIF, which takes minutes. */
    private static final int AVIF_PICTURES = 4;

    private final List<EncoderCase> cases = new ArrayList<>();
    private final int effort;
    private final int width;

    private EncoderFigures(int width, int effort) {
        this.width = width;
        this.effort = effort;
    }

    /** Measures each width, and returns two tables. */
    static String tables(Setting setting, List<CaseOriginal> originals, EdgepixRunner runner, SharpRunner decoder)
            throws IOException {
        List<List<String>> jpeg = new ArrayList<>(
                List.of(List.of("width", "encoder", "quality", "CPU ms", "bytes", "dB", "bytes against plain")));
        String effort = "against effort " + Effort.DEFAULT.avif();
        List<List<String>> avif = new ArrayList<>(List.of(List.of(
                "width",
                "effort",
                "CPU ms",
                "bytes",
                "dB",
                "SSIMULACRA 2",
                "bytes at equal dB " + effort,
                "bytes at equal SSIMULACRA 2 " + effort)));
        for (int width : setting.quick() ? QUICK_WIDTHS : WIDTHS) {
            EncoderFigures figures = new EncoderFigures(width, setting.quick() ? QUICK_EFFORT : LARGEST_EFFORT);
            for (CaseOriginal original : originals) {
                figures.cases.add(new EncoderCase(original, width, runner, decoder));
            }
            jpeg.addAll(figures.jpeg());
            avif.addAll(figures.avif());
        }
        return MarkdownTable.of(jpeg) + "\n" + MarkdownTable.of(avif);
    }

    private List<List<String>> jpeg() throws IOException {
        List<EncoderCase.Encoding> plain = new ArrayList<>();
        List<EncoderCase.Encoding> slow = new ArrayList<>();
        for (EncoderCase one : cases) {
            System.err.println("bulk mozjpeg at " + width);
            EncoderCase.Encoding encoding = one.encoding(Format.JPEG, JPEG_QUALITY, Effort.DEFAULT);
            plain.add(encoding);
            slow.add(one.mozjpegLike(encoding));
        }
        return List.of(jpegLine("libjpeg-turbo", plain, plain), jpegLine("mozjpeg at equal SSIM", slow, plain));
    }

    private List<String> jpegLine(
            String encoder, List<EncoderCase.Encoding> encodings, List<EncoderCase.Encoding> plain) {
        List<String> line = new ArrayList<>(List.of(
                Integer.toString(width),
                encoder,
                MarkdownTable.number(mean(encodings, EncoderCase.Encoding::quality), 1)));
        double ratio = 0;
        for (int i = 0; i < encodings.size(); i++) {
            ratio += encodings.get(i).bytes() / (double) plain.get(i).bytes() / encodings.size();
        }
        line.addAll(figures(encodings));
        line.add(MarkdownTable.number(ratio, 3));
        return line;
    }

    private List<List<String>> avif() throws IOException {
        List<EncoderCase> few = cases.subList(0, Math.min(cases.size(), AVIF_PICTURES));
        List<List<String>> lines = new ArrayList<>();
        for (int level = 0; level <= effort; level++) {
            System.err.println("bulk AVIF at " + width + ", effort " + level);
            List<EncoderCase.Encoding> encodings = new ArrayList<>();
            for (EncoderCase one : few) {
                encodings.add(one.encoding(Format.AVIF, AVIF_QUALITY, new Effort(false, level)));
            }
            List<String> line = new ArrayList<>(List.of(Integer.toString(width), Integer.toString(level)));
            line.addAll(figures(encodings));
            line.add(MarkdownTable.number(mean(encodings, one -> one.similarity(Similarity.SSIMULACRA2)), 1));
            line.add(MarkdownTable.number(equalBytes(few, encodings, Similarity.SSIM), 3));
            line.add(MarkdownTable.number(equalBytes(few, encodings, Similarity.SSIMULACRA2), 3));
            lines.add(line);
        }
        return lines;
    }

    /** Returns the mean of the ratios of bytes to those of the default effort at equal similarity. */
    private static double equalBytes(List<EncoderCase> cases, List<EncoderCase.Encoding> encodings, Similarity measure)
            throws IOException {
        double ratio = 0;
        for (int i = 0; i < encodings.size(); i++) {
            ratio += cases.get(i).equalBytes(encodings.get(i), measure) / encodings.size();
        }
        return ratio;
    }

    /** Returns means over the pictures. */
    private static List<String> figures(List<EncoderCase.Encoding> encodings) {
        return List.of(
                MarkdownTable.number(mean(encodings, EncoderCase.Encoding::processorMillis), 0),
                MarkdownTable.number(mean(encodings, EncoderCase.Encoding::bytes), 0),
                MarkdownTable.number(mean(encodings, one -> one.similarity(Similarity.SSIM)), 2));
    }

    private static double mean(List<EncoderCase.Encoding> encodings, ToDoubleFunction<EncoderCase.Encoding> value) {
        return encodings.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
