package io.edgepix.bench;

import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What of a rendering is decoding and what is encoding. Ours can't be stopped in the middle: the second of two equal
 * derivatives in one call is what shrinking and encoding cost, and the rest is decoding.
 */
final class Limit {
    private static final List<String> BOXES = List.of("400x300", "1600x1200");
    private static final String PROGRESSIVE_BOX = "400x300";

    private Limit() {}

    /** The wishes of which it is told. */
    static List<RenderCase> cases(List<RenderCase> all) {
        return all.stream()
                .filter(one -> one.original().isJpeg()
                        && one.wish().format() != Format.AVIF
                        && one.engines().size() > 2
                        && BOXES.contains(one.wish().box())
                        && (!one.original().isProgressive() || one.wish().box().equals(PROGRESSIVE_BOX)))
                .toList();
    }

    /** Two rows: decoding and encoding, ours and sharp's; ours is null where no engine decodes once for many. */
    static List<Row> rows(RenderCase one, Engines engines, int rounds) throws IOException {
        Samples once = new Samples();
        Samples twice = new Samples();
        Samples theirDecoding = new Samples();
        Samples theirEncoding = new Samples();
        List<OurEngine> able =
                engines.ours().stream().filter(OurEngine::isDecodingOnce).toList();
        Wish doubled = new Wish(
                Collections.nCopies(2, one.wish().boxes().getFirst()),
                one.wish().format(),
                one.wish().quality());
        engines.sharp().hold(one.original());
        for (int round = 0; round < rounds; round++) {
            for (OurEngine engine : able) {
                once.add(engine.render(one.original(), one.wish()).millis());
                twice.add(engine.render(one.original(), doubled).millis());
            }
            Sharp.Halves halves = engines.sharp().halves(one.original(), one.wish());
            theirDecoding.add(halves.decode());
            theirEncoding.add(halves.encode());
        }
        List<Row> rows = new ArrayList<>();
        String engine = able.isEmpty() ? Engines.PORTABLE : able.getFirst().name();
        Double decoding = able.isEmpty() ? null : (Double) (2 * once.median() - twice.median());
        Double encoding = able.isEmpty() ? null : (Double) (twice.median() - once.median());
        rows.add(row("limit: decoding", one, new Row.Value(engine, decoding), theirDecoding));
        rows.add(row("limit: encoding", one, new Row.Value(engine, encoding), theirEncoding));
        return rows;
    }

    private static Row row(String name, RenderCase one, Row.Value ours, Samples theirs) {
        return Row.of(
                name,
                one.original().name(),
                one.wish().box(),
                one.wish().format().token(),
                ours,
                new Row.Value(Sharp.NAME, theirs.median()),
                "ms",
                theirs.count());
    }
}
