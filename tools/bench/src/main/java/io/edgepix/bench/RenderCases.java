package io.edgepix.bench;

import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is rendered: which originals, into which boxes and formats, and by whom. */
final class RenderCases {
    private static final List<String> BOXES = List.of("200x200", "400x300", "800x600", "1600x1200");
    private static final List<String> AVIF_BOXES = List.of("400x300", "800x600");
    private static final String USUAL_BOX = "400x300";
    private static final String[] THREE = {"368x", "720x", "1440x"};
    private static final List<Format> FORMATS = List.of(Format.WEBP, Format.JPEG);
    private static final int MADE_WIDTH = 1_920;
    private static final int MADE = 2;

    private final Engines engines;
    private final String only;
    private final List<RenderCase> cases = new ArrayList<>();

    private RenderCases(Engines engines, String only) {
        this.engines = engines;
        this.only = only;
    }

    static List<RenderCase> of(Setting setting, Engines engines) throws IOException {
        RenderCases cases = new RenderCases(engines, setting.only());
        List<Original> photographs = read(setting.photographs(), engines.sharp());
        for (Original photograph : photographs) {
            cases.photograph(photograph, true);
        }
        for (Original sample : samples(setting, photographs, engines.sharp())) {
            cases.photograph(sample, false);
        }
        for (Original photograph : photographs.subList(0, Math.min(MADE, photographs.size()))) {
            cases.otherFormats(photograph);
            AVIF_BOXES.forEach(box -> cases.add(photograph, Wish.of(Format.AVIF, box), engines.main()));
        }
        for (Format format : FORMATS) {
            cases.add(photographs.getFirst(), Wish.of(format, THREE), engines.main());
        }
        for (Original texture : Textures.originals(engines.sharp())) {
            for (Format format : FORMATS) {
                Textures.BOXES.forEach(box -> cases.add(texture, Wish.of(format, box), engines.main()));
            }
        }
        return cases.cases.stream()
                .filter(one -> one.words().contains(setting.only()))
                .toList();
    }

    static List<Original> read(Photographs photographs, Sharp sharp) throws IOException {
        List<Original> originals = new ArrayList<>();
        for (Path file : photographs.files()) {
            originals.add(Original.read(file, sharp));
        }
        return originals;
    }

    /** The sample photographs, but for those that are measured anyway. */
    private static List<Original> samples(Setting setting, List<Original> photographs, Sharp sharp) throws IOException {
        List<String> known = photographs.stream().map(Original::name).toList();
        return read(Photographs.in(setting.samples()), sharp).stream()
                .filter(sample -> !known.contains(sample.name()))
                .toList();
    }

    /** The engines that no target is about are slow: they take part with few pictures rather than with few runs. */
    private void photograph(Original photograph, boolean withOthers) {
        for (Format format : FORMATS) {
            for (String box : BOXES) {
                boolean all = withOthers && (!photograph.isProgressive() || box.equals(USUAL_BOX));
                add(photograph, Wish.of(format, box), all ? engines.all() : engines.main());
            }
        }
    }

    /** A PNG, a PNG that is partly transparent, and a WebP. */
    private void otherFormats(Original photograph) throws IOException {
        String name = photograph.name().replaceFirst("\\.\\w+$", "");
        for (String kind : List.of("png", "alpha-png", "webp")) {
            String file = name + "." + kind.replace('-', '.');
            List<Wish> wishes = BOXES.stream()
                    .map(box -> Wish.of(Format.WEBP, box))
                    .filter(wish ->
                            RenderCase.words(Target.OTHER_ORIGINALS, file, wish).contains(only))
                    .toList();
            if (!wishes.isEmpty()) {
                byte[] bytes = engines.sharp().make(kind, photograph.bytes(), MADE_WIDTH, 0);
                Original made = Original.of(file, bytes, engines.sharp());
                wishes.forEach(wish -> add(made, wish, engines.main()));
            }
        }
    }

    private void add(Original original, Wish wish, List<Engine> who) {
        cases.add(new RenderCase(original, wish, who));
    }
}
