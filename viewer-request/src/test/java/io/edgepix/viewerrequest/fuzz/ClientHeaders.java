package io.edgepix.viewerrequest.fuzz;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The headers that a client sends. */
record ClientHeaders(Client client, Oracle.Hints hints, String dpr, String width, String saveData) {
    private static final List<String> NO_RATIOS = List.of("", "0", "-1", "NaN", "1.5x", "99", "２");
    private static final List<String> NO_WIDTHS = List.of("", "0", "-5", "16384", "1e3", "800px", "８００");
    private static final List<String> NOT_ON = List.of("", "off", "1", "on;x", "onn");

    ClientHeaders(RandomValues random) {
        this(client(random), random.oneIn(3), random);
    }

    private ClientHeaders(Client client, boolean silent, RandomValues random) {
        this(
                client,
                silent || random.oneIn(3) ? null : Integer.valueOf(100 + random.below(5000)),
                silent || random.oneIn(3) ? null : Integer.valueOf(1 + random.below(3000)),
                !silent && random.oneIn(3),
                random);
    }

    private ClientHeaders(
            Client client, @Nullable Integer thousandths, @Nullable Integer width, boolean saves, RandomValues random) {
        this(
                client,
                new Oracle.Hints(thousandths, width, saves),
                thousandths == null
                        ? random.one(NO_RATIOS)
                        : String.format(Locale.ROOT, "%d.%03d", thousandths / 1000, thousandths % 1000),
                width == null ? random.one(NO_WIDTHS) : width.toString(),
                saves ? random.one(List.of("on", "On", "ON")) : random.one(NOT_ON));
    }

    private static Client client(RandomValues random) {
        return random.oneIn(3) ? Client.unknown(random.odd(60), random.odd(60)) : random.one(Client.KNOWN);
    }

    RuleRequest request(String method, String uri, String query) {
        return new RuleRequest(
                method, uri, query, client.accept(), client.userAgent(), dpr, width, saveData, Signature.NOW);
    }

    /** Returns the formats that the rule may choose for an unknown client. */
    List<String> acceptedFormats(boolean avif) {
        List<String> acceptedFormats = new ArrayList<>();
        String accept = client.accept().toLowerCase(Locale.ROOT);
        String agent = client.userAgent();
        if (avif && accept.contains("image/avif")) {
            acceptedFormats.add("avif");
        }
        if (accept.contains("image/webp")
                || agent.contains("okhttp/")
                || agent.contains("Dalvik/")
                || agent.contains("CFNetwork/")) {
            acceptedFormats.add("webp");
        }
        return acceptedFormats;
    }
}
