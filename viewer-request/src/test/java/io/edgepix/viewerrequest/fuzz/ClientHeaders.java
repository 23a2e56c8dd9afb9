package io.edgepix.viewerrequest.fuzz;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client says in its headers. */
record Said(Client client, Oracle.Hints hints, String dpr, String width, String saveData) {
    private static final List<String> NO_RATIOS = List.of("", "0", "-1", "NaN", "1.5x", "99", "２");
    private static final List<String> NO_WIDTHS = List.of("", "0", "-5", "16384", "1e3", "800px", "８００");
    private static final List<String> NOT_ON = List.of("", "off", "1", "on;x", "onn");

    Said(Dice dice) {
        this(client(dice), dice.oneIn(3), dice);
    }

    private Said(Client client, boolean silent, Dice dice) {
        this(
                client,
                silent || dice.oneIn(3) ? null : Integer.valueOf(100 + dice.below(5000)),
                silent || dice.oneIn(3) ? null : Integer.valueOf(1 + dice.below(3000)),
                !silent && dice.oneIn(3),
                dice);
    }

    private Said(Client client, @Nullable Integer thousandths, @Nullable Integer width, boolean saves, Dice dice) {
        this(
                client,
                new Oracle.Hints(thousandths, width, saves),
                thousandths == null
                        ? dice.one(NO_RATIOS)
                        : String.format(Locale.ROOT, "%d.%03d", thousandths / 1000, thousandths % 1000),
                width == null ? dice.one(NO_WIDTHS) : width.toString(),
                saves ? dice.one(List.of("on", "On", "ON")) : dice.one(NOT_ON));
    }

    private static Client client(Dice dice) {
        return dice.oneIn(3) ? Client.unknown(dice.odd(60), dice.odd(60)) : dice.one(Client.KNOWN);
    }

    RuleRequest request(String method, String uri, String query) {
        return new RuleRequest(
                method, uri, query, client.accept(), client.userAgent(), dpr, width, saveData, Signature.NOW);
    }

    /** The formats that an unknown client may be taken to show. */
    List<String> named(boolean avif) {
        List<String> named = new ArrayList<>();
        String accept = client.accept().toLowerCase(Locale.ROOT);
        String agent = client.userAgent();
        if (avif && accept.contains("image/avif")) {
            named.add("avif");
        }
        if (accept.contains("image/webp")
                || agent.contains("okhttp/")
                || agent.contains("Dalvik/")
                || agent.contains("CFNetwork/")) {
            named.add("webp");
        }
        return named;
    }
}
