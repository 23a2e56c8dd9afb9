package io.edgepix.quality.conformance;

import io.edgepix.comparison.picture.Pixels;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Limits;
import io.edgepix.quality.worker.RenderJob;
import io.edgepix.quality.worker.RenderOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders one original in all cases with all of our renderers, and compares the results. */
final class PictureRun {
    private static final String NATIVE = "native";
    private static final String OURS = "ours";
    private static final long MAX_PIXELS = ConfigReader.defaults().limits().maxPixels();

    private final CasePeers peers;
    private final String name;
    private final byte[] original;
    private final boolean animated;
    private final @Nullable BrowserView view;

    PictureRun(CasePeers peers, String name, byte[] original) {
        this.peers = peers;
        this.name = name;
        this.original = original;
        this.animated = isAnimated();
        this.view = peers.browser() == null
                ? null
                : new BrowserView(peers.browser(), peers.sharp(), HttpOriginal.of(name, original));
    }

    /** Tells whether the original is animated, and within the limits for animations. */
    private boolean isAnimated() {
        try {
            SharpPeer.Description header = peers.sharp().describe(original);
            long pixels = (long) header.width() * header.height() * header.frames();
            return header.frames() > 1 && header.frames() <= Limits.MAX_FRAMES && pixels <= MAX_PIXELS;
        } catch (IOException e) {
            return false;
        }
    }

    List<CaseResult> examine(List<Case> cases, List<String> engines) throws IOException {
        List<CaseResult> results = new ArrayList<>();
        String key = peers.pair() == null ? null : peers.pair().put(original);
        for (Case variant : cases) {
            PeerResult theirs = PeerResult.within(peers.sharp(), original, variant, false);
            for (String engine : engines) {
                // The pair uses the first renderer.
                results.add(examine(variant, engine, theirs, engine.equals(engines.getFirst()) ? key : null));
            }
        }
        return results;
    }

    private CaseResult examine(Case variant, String engine, PeerResult still, @Nullable String key) throws IOException {
        RenderOutcome ours = peers.worker()
                .render(original, new RenderJob(engine, variant.box(), variant.format(), variant.quality()));
        RowBuilder row = new RowBuilder(new ConformanceRow.Request(name, variant, engine));
        row.ours(ours);
        row.theirs(still);
        if (ours.ending() != RenderOutcome.Ending.ANSWERED) {
            return row.result(RowStatus.FAILED, "");
        }
        if (key != null && peers.pair() != null) {
            peers.pair().difference(key, variant, ours).ifPresent(row::served);
        }
        if (!ours.isOk()) {
            BrowserView.Opinion opinion = view == null ? BrowserView.Opinion.NONE : view.ofOriginal();
            row.browser(opinion);
            Set<RowStatus.Judge> readers = EnumSet.noneOf(RowStatus.Judge.class);
            if (still.decoded() != null) {
                readers.add(RowStatus.Judge.SHARP);
            }
            if (view != null && opinion.error() == null) {
                readers.add(RowStatus.Judge.BROWSER);
            }
            return row.result(RowStatus.ofRefusal(readers), "");
        }
        DecodedInfo decoded;
        try {
            decoded = peers.sharp().decode(OURS, ours.body());
        } catch (IOException e) {
            return row.result(RowStatus.DIFFERS, "sharp cannot read ours: " + e.getMessage());
        }
        row.decoded(decoded);
        Comparison bySharp = still.decoded() == null ? null : bySharp(variant, engine, decoded, still, row);
        Comparison byBrowser = byBrowser(variant, decoded, row);
        RowStatus verdict = RowStatus.of(bySharp, byBrowser, decoded.frames() > 1 || animated);
        return row.result(verdict, why(bySharp, byBrowser));
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

    private @Nullable Comparison byBrowser(Case variant, DecodedInfo decoded, RowBuilder row) throws IOException {
        if (view == null) {
            return null;
        }
        BrowserView.Opinion opinion = view.of(decoded, peers.sharp().frame(OURS, decoded, 0), variant);
        row.browser(opinion);
        return opinion.comparison();
    }

    private Comparison bySharp(Case variant, String engine, DecodedInfo decoded, PeerResult still, RowBuilder row)
            throws IOException {
        boolean moves = decoded.frames() > 1 || (animated && engine.equals(NATIVE) && moves(variant.format()));
        PeerResult theirs = moves ? PeerResult.within(peers.sharp(), original, variant, true) : still;
        row.theirs(theirs);
        if (theirs.decoded() == null) {
            return new Comparison(null, List.of("sharp cannot render it as an animation: " + theirs.error()));
        }
        Comparison comparison = compare(variant, decoded, theirs, theirs.decoded(), moves);
        row.similarity(comparison.similarity());
        return comparison;
    }

    private static boolean moves(Format format) {
        return format == Format.WEBP || format == Format.GIF;
    }

    /** Renders theirs again with our dimensions if both round a side differently. */
    private Comparison compare(Case variant, DecodedInfo ours, PeerResult theirs, DecodedInfo decoded, boolean moves)
            throws IOException {
        if (!Comparison.isAsLarge(ours, decoded)) {
            return Comparison.ofSizes(ours, decoded);
        }
        if (ours.width() == decoded.width() && ours.height() == decoded.height()) {
            return Comparison.of(ours, decoded, frames(ours, theirs.slot(), decoded));
        }
        PeerResult stretched = PeerResult.stretched(peers.sharp(), original, variant, ours, moves);
        DecodedInfo other = stretched.decoded();
        return other == null
                ? Comparison.ofSizes(ours, decoded)
                : Comparison.of(ours, other, frames(ours, stretched.slot(), other));
    }

    private Comparison.Frames frames(DecodedInfo ours, String slot, DecodedInfo theirs) {
        return new Comparison.Frames() {
            @Override
            public Pixels ours(int frame) throws IOException {
                return peers.sharp().frame(OURS, ours, frame);
            }

            @Override
            public Pixels theirs(int frame) throws IOException {
                return peers.sharp().frame(slot, theirs, frame);
            }
        };
    }
}
