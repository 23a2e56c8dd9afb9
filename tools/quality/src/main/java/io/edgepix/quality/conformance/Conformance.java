package io.edgepix.quality.conformance;

import io.edgepix.cli.Root;
import io.edgepix.comparison.peer.PeerPackages;
import io.edgepix.derivative.Format;
import io.edgepix.quality.OriginalFiles;
import io.edgepix.quality.QualityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code ./dev conformance}. */
@Command(
        name = "conformance",
        description = {
            "Renders every picture of a folder with both renderers and with sharp, and compares the results.",
            "sharp decodes the results. If a Chromium is installed, it is a second judge: it decodes each original, an"
                    + " exact Lanczos kernel reduces the pixels (Chromium itself scales an SVG), and the result is"
                    + " encoded as sharp encodes its own. It judges only the first frame of an animation. If the"
                    + " judges disagree, the browser decides. Formats that it cannot display (TIFF, PSD) are judged"
                    + " only by sharp.",
            "The pair of functions must serve the same bytes over HTTP, and refuse the same pictures.",
            "A row is 'ok' if the dimensions differ by at most a pixel, SSIM on luma is at least 0.97 and the mean"
                    + " colour difference (CIE76, CIELAB with D65) is at most 2.0. A picture with alpha is compared on"
                    + " white and on black.",
            "Exits with 0 if every row passes and is served correctly, with 1 if one does not, or with 2 if the"
                    + " arguments are wrong."
        })
public final class Conformance implements Callable<Integer> {
    private static final int BEST = 100;

    @Parameters(index = "0", paramLabel = "DIR", description = "a folder, searched with its subfolders")
    private @Nullable Path folder;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "writes a page that shows the pictures side by side, with the differences")
    private @Nullable Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the rows as a JSON array")
    private @Nullable Path json;

    @Option(
            names = "--boxes",
            paramLabel = "WxH",
            split = ",",
            description = "the boxes (default: 64x64,300x300,1000x1000)")
    private List<String> boxes = List.of("64x64", "300x300", "1000x1000");

    @Option(
            names = "--formats",
            paramLabel = "FORMAT",
            split = ",",
            description = "webp, jpeg, png, gif or avif (default: webp,jpeg,png)")
    private List<String> formats = List.of("webp", "jpeg", "png");

    @Option(
            names = "--quality",
            paramLabel = "Q",
            description =
                    "the quality of WebP, JPEG and AVIF on both sides, 1 to 100 (default: ${DEFAULT-VALUE}; at lower"
                            + " values, coding noise hides the differences)")
    private int quality = BEST;

    @Option(
            names = "--fast",
            description =
                    "lets sharp shrink while it decodes, as it does by default (fastShrinkOnLoad); its manual warns of"
                            + " slight moire patterns and of dimensions that are rounded down")
    private boolean fast;

    @Option(
            names = "--browser",
            paramLabel = "FILE",
            description = "a Chromium executable, or none (default: one that Playwright installed, or one on the path)")
    private @Nullable String browser;

    @Option(names = "--no-pair", description = "does not check the pair over HTTP")
    private boolean noPair;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    @Override
    public Integer call() throws IOException {
        OriginalFiles originals = OriginalFiles.in(Objects.requireNonNull(folder));
        checkFolder(report);
        checkFolder(json);
        List<ConformanceRow> rows = new ArrayList<>();
        Path chromium = Chromium.find(
                        browser,
                        Path.of(System.getProperty("user.home")),
                        System.getenv().getOrDefault("PATH", ""))
                .orElse(null);
        List<Case> cases = cases();
        String judges;
        try (ConformanceRun run =
                ConformanceRun.start(PeerPackages.install(root.folder()), fast, chromium, !noPair, cases)) {
            judges = run.sharp() + (chromium == null ? ", and no browser" : " and " + Chromium.version(chromium));
            System.err.println("dev: judges: " + judges);
            examine(run, originals, judges, rows);
        }
        if (json != null) {
            Files.writeString(json, ConformanceJson.of(rows) + "\n");
        }
        System.out.println("judges: " + judges + "\n");
        System.out.print(TextReport.of(rows));
        return rows.stream().anyMatch(ConformanceRow::isBad) ? 1 : 0;
    }

    private void examine(ConformanceRun run, OriginalFiles originals, String judges, List<ConformanceRow> rows)
            throws IOException {
        try (HtmlReport page = HtmlReport.in(report, judges)) {
            run.run(originals, results -> {
                results.forEach(result -> rows.add(result.row()));
                page.add(results);
                System.err.println(TextReport.line(results));
            });
            page.finish(rows);
        }
    }

    private static void checkFolder(@Nullable Path file) {
        if (file != null) {
            Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
            if (!Files.isDirectory(parent) || Files.isDirectory(file)) {
                throw new QualityException("cannot write " + file + ": its folder does not exist, or it is a folder");
            }
        }
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String box : boxes) {
            if (!box.matches("[1-9]\\d{0,3}x[1-9]\\d{0,3}")) {
                throw new QualityException("--boxes: expected WxH in pixels, up to 9999, got '" + box + "'");
            }
            int[] sides = Arrays.stream(box.split("x", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (String word : formats) {
                Format format = Format.ofWord(word);
                if (format == null) {
                    throw new QualityException("--formats: expected webp, jpeg, png, gif or avif, got '" + word + "'");
                }
                cases.add(new Case(sides[0], sides[1], format, quality(format)));
            }
        }
        return cases;
    }

    private int quality(Format format) {
        if (quality < 1 || quality > BEST) {
            throw new QualityException("--quality: expected a whole number from 1 to 100, got " + quality);
        }
        return format.isLossy() ? quality : BEST;
    }
}
