package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Photographs;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of cases: originals, boxes, formats and runners. */
final class RenderCases {
    private static final List<String> BOXES = List.of("200x200", "400x300", "800x600", "1600x1200");
    private static final List<String> AVIF_BOXES = List.of("400x300", "800x600");
    private static final String USUAL_BOX = "400x300";
    private static final String[] THREE = {"368x", "720x", "1440x"};
    private static final List<Format> FORMATS = List.of(Format.WEBP, Format.JPEG);
    private static final int MADE_WIDTH = 1_920;
    private static final int MADE = 2;

    private final Runners runners;
    private final String only;
    private final List<RenderCase> cases = new ArrayList<>();

    private RenderCases(Runners runners, String only) {
        this.runners = runners;
        this.only = only;
    }

    static List<RenderCase> of(Setting setting, Runners runners) throws IOException {
        RenderCases cases = new RenderCases(runners, setting.only());
        List<CaseOriginal> photographs = read(setting.photographs(), runners.sharp());
        for (CaseOriginal photograph : photographs) {
            cases.photograph(photograph, true);
        }
        for (CaseOriginal sample : samples(setting, photographs, runners.sharp())) {
            cases.photograph(sample, false);
        }
        for (CaseOriginal photograph : photographs.subList(0, Math.min(MADE, photographs.size()))) {
            cases.otherFormats(photograph);
            AVIF_BOXES.forEach(box -> cases.add(photograph, Conversion.of(Format.AVIF, box), runners.main()));
        }
        for (Format format : FORMATS) {
            cases.add(photographs.getFirst(), Conversion.of(format, THREE), runners.main());
        }
        for (CaseOriginal texture : FineTextures.originals(runners.sharp())) {
            for (Format format : FORMATS) {
                FineTextures.BOXES.forEach(box -> cases.add(texture, Conversion.of(format, box), runners.main()));
            }
        }
        return cases.cases.stream()
                .filter(one -> one.words().contains(setting.only()))
                .toList();
    }

    static List<CaseOriginal> read(Photographs photographs, SharpRunner sharp) throws IOException {
        List<CaseOriginal> originals = new ArrayList<>();
        for (Path file : photographs.files()) {
            originals.add(sharp.original(file));
        }
        return originals;
    }

    /** Returns the sample photographs that are not among the given ones. */
    private static List<CaseOriginal> samples(Setting setting, List<CaseOriginal> photographs, SharpRunner sharp)
            throws IOException {
        List<String> known = photographs.stream().map(CaseOriginal::name).toList();
        return read(Photographs.in(setting.samples()), sharp).stream()
                .filter(sample -> !known.contains(sample.name()))
                .toList();
    }

    /**
     * Adds the cases of a photograph. Runners without a target are slow: they render fewer pictures, with the usual
     * number of runs.
     */
    private void photograph(CaseOriginal photograph, boolean withOthers) {
        for (Format format : FORMATS) {
            for (String box : BOXES) {
                boolean all = withOthers && (!photograph.isProgressive() || box.equals(USUAL_BOX));
                add(photograph, Conversion.of(format, box), all ? runners.all() : runners.main());
            }
        }
    }

    /** Adds a PNG, a PNG that is partly transparent, and a WebP. */
    private void otherFormats(CaseOriginal photograph) throws IOException {
        String name = photograph.name().replaceFirst("\\.\\w+$", "");
        for (String kind : List.of("png", "alpha-png", "webp")) {
            String file = name + "." + kind.replace('-', '.');
            List<Conversion> conversions = BOXES.stream()
                    .map(box -> Conversion.of(Format.WEBP, box))
                    .filter(conversion -> RenderCase.words(RenderKind.ofOther(file, conversion), file, conversion)
                            .contains(only))
                    .toList();
            if (!conversions.isEmpty()) {
                byte[] bytes = runners.sharp().make(kind, photograph.bytes(), MADE_WIDTH, 0);
                CaseOriginal made = runners.sharp().original(file, bytes);
                conversions.forEach(conversion -> add(made, conversion, runners.main()));
            }
        }
    }

    private void add(CaseOriginal original, Conversion conversion, List<Runner> who) {
        cases.add(new RenderCase(original, conversion, who));
    }
}
