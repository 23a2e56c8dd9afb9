package io.edgepix.bench.conformance;

import io.edgepix.bench.picture.Pixels;
import io.edgepix.bench.worker.Job;
import io.edgepix.bench.worker.Outcome;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Examines one original in all cases, by all of our renderers. */
final class Examiner {
    private static final String NATIVE = "native";
    private static final String OURS = "ours";
    private static final long MAX_PIXELS = Config.defaults().maxPixels();

    private final Lane lane;
    private final String name;
    private final byte[] original;
    private final boolean animated;
    private final @Nullable Sight sight;

    Examiner(Lane lane, String name, byte[] original) {
        this.lane = lane;
        this.name = name;
        this.original = original;
        this.animated = isAnimated();
        this.sight =
                lane.browser() == null ? null : new Sight(lane.browser(), lane.sharp(), Attachment.of(name, original));
    }

    /** Whether it moves, and is within the limits for what moves. */
    private boolean isAnimated() {
        try {
            SharpPeer.Original header = lane.sharp().describe(original);
            long pixels = (long) header.width() * header.height() * header.frames();
            return header.frames() > 1 && header.frames() <= Limits.MAX_FRAMES && pixels <= MAX_PIXELS;
        } catch (IOException e) {
            return false;
        }
    }

    List<Exhibit> examine(List<Case> cases, List<String> engines) throws IOException {
        List<Exhibit> exhibits = new ArrayList<>();
        String key = lane.pair() == null ? null : lane.pair().put(original);
        for (Case wish : cases) {
            Theirs theirs = Theirs.within(lane.sharp(), original, wish, false);
            for (String engine : engines) {
                // The first renderer is the one that the pair serves with.
                exhibits.add(examine(wish, engine, theirs, engine.equals(engines.getFirst()) ? key : null));
            }
        }
        return exhibits;
    }

    private Exhibit examine(Case wish, String engine, Theirs still, @Nullable String key) throws IOException {
        Outcome ours = lane.worker().render(original, new Job(engine, wish.box(), wish.format(), wish.quality()));
        RowBuilder row = new RowBuilder(name, wish, engine);
        row.ours(ours);
        row.theirs(still);
        if (ours.ending() != Outcome.Ending.ANSWERED) {
            return row.exhibit(Verdict.FAILED, "");
        }
        if (key != null && lane.pair() != null) {
            row.served(lane.pair().difference(key, wish, ours));
        }
        if (!ours.isOk()) {
            Sight.Opinion opinion = sight == null ? Sight.Opinion.NONE : sight.ofOriginal();
            row.browser(opinion);
            boolean shown = sight != null && opinion.error() == null;
            return row.exhibit(Verdict.ofRefusal(still.film() != null, shown), "");
        }
        Film film;
        try {
            film = lane.sharp().decode(OURS, ours.body());
        } catch (IOException e) {
            return row.exhibit(Verdict.DIFFERS, "sharp does not read ours: " + e.getMessage());
        }
        row.film(film);
        Comparison bySharp = still.film() == null ? null : bySharp(wish, engine, film, still, row);
        Comparison byBrowser = byBrowser(wish, film, row);
        Verdict verdict = Verdict.of(bySharp, byBrowser, film.frames() > 1 || animated);
        return row.exhibit(verdict, why(bySharp, byBrowser));
    }

    private static String why(@Nullable Comparison bySharp, @Nullable Comparison byBrowser) {
        List<String> said = new ArrayList<>();
        if (bySharp != null && !bySharp.isGood()) {
            said.add(bySharp.words());
        }
        if (byBrowser != null && !byBrowser.isGood()) {
            said.add("browser: " + byBrowser.words());
        }
        return String.join("; ", said);
    }

    private @Nullable Comparison byBrowser(Case wish, Film film, RowBuilder row) throws IOException {
        if (sight == null) {
            return null;
        }
        Sight.Opinion opinion = sight.of(film, lane.sharp().frame(OURS, film, 0), wish);
        row.browser(opinion);
        return opinion.comparison();
    }

    private Comparison bySharp(Case wish, String engine, Film film, Theirs still, RowBuilder row) throws IOException {
        boolean moves = film.frames() > 1 || (animated && engine.equals(NATIVE) && moves(wish.format()));
        Theirs theirs = moves ? Theirs.within(lane.sharp(), original, wish, true) : still;
        row.theirs(theirs);
        if (theirs.film() == null) {
            return new Comparison(null, List.of("sharp makes no animation of it: " + theirs.error()));
        }
        Comparison comparison = compare(wish, film, theirs, theirs.film(), moves);
        row.likeness(comparison.likeness());
        return comparison;
    }

    private static boolean moves(Format format) {
        return format == Format.WEBP || format == Format.GIF;
    }

    /** Where a side is rounded otherwise, theirs is made anew as large as ours. */
    private Comparison compare(Case wish, Film ours, Theirs theirs, Film film, boolean moves) throws IOException {
        if (!Comparison.isAsLarge(ours, film)) {
            return Comparison.ofSizes(ours, film);
        }
        if (ours.width() == film.width() && ours.height() == film.height()) {
            return Comparison.of(ours, film, frames(ours, theirs.slot(), film));
        }
        Theirs stretched = Theirs.stretched(lane.sharp(), original, wish, ours, moves);
        Film other = stretched.film();
        return other == null
                ? Comparison.ofSizes(ours, film)
                : Comparison.of(ours, other, frames(ours, stretched.slot(), other));
    }

    private Comparison.Frames frames(Film ours, String slot, Film theirs) {
        return new Comparison.Frames() {
            @Override
            public Pixels ours(int frame) throws IOException {
                return lane.sharp().frame(OURS, ours, frame);
            }

            @Override
            public Pixels theirs(int frame) throws IOException {
                return lane.sharp().frame(slot, theirs, frame);
            }
        };
    }
}
