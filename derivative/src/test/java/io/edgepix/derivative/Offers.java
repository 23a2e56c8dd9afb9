package io.edgepix.derivative;

import java.util.List;

/** Offers in the form that {@link OfferReader} reads. */
final class Offers {
    private static final List<String> DEFAULTS = List.of(
            "edgepix 1",
            "exact 368x 720x 1440x",
            "ladder 0 32 48 64 100 200 300 400 500 600 720 800 1000 1200 1440 1920 2560 3200 4096",
            "presets small medium large",
            "preset-sizes 368x 720x 1440x",
            "urls",
            "extension",
            "hints 0 0 -",
            "signing 1",
            "fit contain",
            "avif 0",
            "quality 50 80 80",
            "cors *");

    private Offers() {}

    /** Returns the default offer, except for the given lines. */
    static Offer with(String... lines) {
        return OfferReader.read(text(lines));
    }

    /** Returns the text of the default offer, except for the given lines. */
    static String text(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : DEFAULTS) {
            String written = line;
            for (String other : lines) {
                written = subject(other).equals(subject(line)) ? other : written;
            }
            text.append(written).append('\n');
        }
        return text.toString();
    }

    private static String subject(String line) {
        String name = line.split(" ", 2)[0];
        return List.of("list", "open").contains(name) ? "ladder" : name;
    }
}
