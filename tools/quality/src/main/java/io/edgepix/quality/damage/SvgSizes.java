package io.edgepix.quality.damage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The width, height and viewBox of an SVG, which are text. */
final class SvgSizes {
    private static final Pattern SIZE = Pattern.compile("\\b(?:width|height|viewBox)\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final List<String> VALUES = List.of(
            "0",
            "-1",
            "1e9",
            "1e-9",
            "99999999",
            "2147483648",
            "NaN",
            "100%",
            "1e400",
            "",
            "0 0 0 0",
            "0 0 1e9 1e9",
            "-1e9 -1e9 2e9 2e9",
            "0 0 1e-9 1e-9",
            "10000in");

    private SvgSizes() {}

    /** Tells whether the picture starts like an SVG. */
    static boolean recognises(byte[] picture) {
        String head = new String(picture, 0, Math.min(1_024, picture.length), StandardCharsets.ISO_8859_1);
        return head.contains("<svg");
    }

    /** Returns the picture with one of the sizes replaced, or unchanged if there is none. */
    static byte[] forge(byte[] picture, RandomGenerator random) {
        String text = new String(picture, StandardCharsets.ISO_8859_1);
        List<MatchResult> sizes = new ArrayList<>();
        for (Matcher matcher = SIZE.matcher(text); matcher.find(); ) {
            sizes.add(matcher.toMatchResult());
        }
        if (sizes.isEmpty()) {
            return picture;
        }
        MatchResult size = sizes.get(random.nextInt(sizes.size()));
        String forged = text.substring(0, size.start(1))
                + VALUES.get(random.nextInt(VALUES.size()))
                + text.substring(size.end(1));
        return forged.getBytes(StandardCharsets.ISO_8859_1);
    }
}
