package io.edgepix.quality.conformance;

import com.google.gson.GsonBuilder;
import io.edgepix.derivative.Format;
import io.edgepix.quality.Originals;
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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program behind {@code ./dev conformance}. */
@Command(
        name = "conformance",
        description = {
            "Renders every picture of a folder by both of our renderers and by sharp, and compares the results, as sharp"
                    + " decodes them.",
            "A second judge is a Chromium, if there is one: it decodes each original, and the exact Lanczos shrinks what"
                    + " it shows (an SVG it draws itself), which is encoded as sharp encodes its own. Of an animation it"
                    + " judges the first frame. Where the judges disagree, it decides; what it does not show (TIFF, PSD)"
                    + " is sharp's to judge.",
            "Each derivative is also asked of the pair over HTTP, and must be the same bytes, and each refusal the same.",
            "A row is 'ok' where the measures are equal to a pixel, SSIM on luma is at least 0.97 and the mean colour"
                    + " difference (CIE76, CIELAB of D65) at most 2.0; with alpha, on white and on black.",
            "Exits with 0 where every row is as the judges have it and is served so, else with 1, with 2 where it is called wrongly."
        })
public final class Conformance implements Callable<Integer> {
    private static final int BEST = 100;

    @Parameters(index = "0", paramLabel = "DIR", description = "a folder; its folders are looked through, too")
    private @Nullable Path folder;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "shows the pictures side by side, with what differs, in one file")
    private @Nullable Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the rows as a JSON array")
    private @Nullable Path json;

    @Option(
            names = "--boxes",
            paramLabel = "WxH",
            split = ",",
            description = "the boxes, with commas between (default: ${DEFAULT-VALUE})")
    private List<String> boxes = List.of("64x64", "300x300", "1000x1000");

    @Option(
            names = "--formats",
            paramLabel = "FORMAT",
            split = ",",
            description = "of webp, jpeg, png, gif and avif (default: ${DEFAULT-VALUE})")
    private List<String> formats = List.of("webp", "jpeg", "png");

    @Option(
            names = "--quality",
            paramLabel = "Q",
            description = "1 to 100, of WebP, JPEG and AVIF on both sides (default: ${DEFAULT-VALUE}, since at less the"
                    + " noise of coding, which no two decoders' pixels share, is larger than what is looked for)")
    private int quality = BEST;

    @Option(
            names = "--fast",
            description = "has sharp shrink while it decodes as it does by default (fastShrinkOnLoad), which by its"
                    + " manual can lead to a slight moire pattern and to measures that are rounded down")
    private boolean fast;

    @Option(
            names = "--browser",
            paramLabel = "FILE",
            description = "a Chromium executable, or none (default: one that Playwright installed, or one on the path)")
    private @Nullable String browser;

    @Option(names = "--no-pair", description = "asks the renderers alone")
    private boolean noPair;

    @Option(names = "--peer", paramLabel = "DIR", required = true, hidden = true, description = "the folder of sharp")
    private @Nullable Path peer;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private Conformance() {}

    /** Exits as its description says. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Conformance()).setExecutionExceptionHandler(Conformance::complain);
    }

    private static int complain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof QualityException) {
            commandLine.getErr().println("dev: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw e;
    }

    @Override
    public Integer call() throws IOException {
        Originals originals = Originals.in(Objects.requireNonNull(folder));
        checkFolder(report);
        checkFolder(json);
        List<Row> rows = new ArrayList<>();
        Path chromium = Chromium.find(
                        browser,
                        Path.of(System.getProperty("user.home")),
                        System.getenv().getOrDefault("PATH", ""))
                .orElse(null);
        List<Case> cases = cases();
        String judges;
        try (Examination examination =
                Examination.start(Objects.requireNonNull(peer), fast, chromium, !noPair, cases)) {
            judges = examination.sharp()
                    + (chromium == null ? ", and no browser" : " and " + Chromium.version(chromium));
            System.err.println("dev: judges: " + judges);
            examine(examination, originals, judges, rows);
        }
        if (json != null) {
            Files.writeString(
                    json,
                    new GsonBuilder()
                                    .serializeNulls()
                                    .setPrettyPrinting()
                                    .create()
                                    .toJson(rows) + "\n");
        }
        System.out.println("judges: " + judges + "\n");
        System.out.print(Summary.of(rows));
        return rows.stream().anyMatch(Row::isBad) ? 1 : 0;
    }

    private void examine(Examination examination, Originals originals, String judges, List<Row> rows)
            throws IOException {
        try (Gallery gallery = Gallery.in(report, judges)) {
            examination.run(originals, exhibits -> {
                exhibits.forEach(exhibit -> rows.add(exhibit.row()));
                gallery.hang(exhibits);
                System.err.println(Summary.line(exhibits));
            });
            gallery.finish(rows);
        }
    }

    private static void checkFolder(@Nullable Path file) {
        if (file != null) {
            Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
            if (!Files.isDirectory(parent) || Files.isDirectory(file)) {
                throw new QualityException(file + ": cannot be written: name a file in a folder that is there");
            }
        }
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String box : boxes) {
            if (!box.matches("[1-9]\\d{0,3}x[1-9]\\d{0,3}")) {
                throw new QualityException("--boxes: not WxH in pixels, up to 9999: " + box);
            }
            int[] sides = Arrays.stream(box.split("x", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (String word : formats) {
                Format format = Format.ofWord(word);
                if (format == null) {
                    throw new QualityException("--formats: no such format: " + word);
                }
                cases.add(new Case(sides[0], sides[1], format, quality(format)));
            }
        }
        return cases;
    }

    private int quality(Format format) {
        if (quality < 1 || quality > BEST) {
            throw new QualityException("--quality: not a whole number from 1 to 100: " + quality);
        }
        return format.isLossy() ? quality : BEST;
    }
}
