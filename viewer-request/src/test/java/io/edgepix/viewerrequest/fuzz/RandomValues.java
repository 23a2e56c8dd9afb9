package io.edgepix.viewerrequest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Random choices, and random texts. */
final class RandomValues {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_";
    private static final String MARKS = " !\"#$%&'()*+,-.:;<=>?@[\\]^_`{|}~";
    private static final int[] FOREIGN = {
        0x80, 0xA0, 0xDF, 0xE5, 0x301, 0x3A9, 0x5D0, 0x661, 0x200F, 0x2028, 0x3042, 0x4E2D, 0xACE0, 0xFEFF, 0xFF12,
        0xFFFD, 0xFFFF, 0x1F600, 0x10FFFF
    };
    private static final String HOSTILE = "\0\t\n\r\u001B\u007F\uD83D\uDE00\uDBFF\uDC00%%%//..&&==d=xqfp";
    private static final List<String> PIECES = List.of(
            "d",
            "d=",
            "&d=200x200",
            "fit=cover",
            "&f=avif",
            "q=",
            "&dpr=9",
            "&",
            "=",
            "%",
            "%2",
            "%41",
            "%FF",
            "%C3%A5",
            "%00",
            "200",
            "x",
            "-q50",
            "/webp/",
            "/",
            "..",
            "small",
            "&s=",
            "e=18",
            "_1_2_3.jpg",
            "/prew/",
            "image/webp",
            ",",
            ";q=",
            "image/avif",
            "okhttp/",
            "Dalvik/",
            "Android ",
            "CFNetwork/",
            "Darwin/",
            "Chrome/",
            "4.3",
            "on");

    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = LOWER.withUpperCase();

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** Returns a number from 0 up to, but not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns a key that S3 allows, without control characters. */
    String key() {
        StringBuilder key = new StringBuilder(oneIn(1000) ? "k".repeat(960 + below(80)) : "");
        for (int more = below(3); more > 0; more--) {
            key.append(segment()).append('/');
        }
        return key.append(segment())
                .append(one(List.of("", ".jpg", ".JPEG", ".png", ".gif", ".tiff", ".webp", ".x", ".avif", ".")))
                .toString();
    }

    private String segment() {
        StringBuilder segment = new StringBuilder();
        for (int more = below(12); more >= 0; more--) {
            if (oneIn(8)) {
                segment.appendCodePoint(FOREIGN[below(FOREIGN.length)]);
            } else {
                String of = oneIn(6) ? MARKS : PLAIN;
                segment.append(of.charAt(below(of.length())));
            }
        }
        return segment.toString().replace("..", "._");
    }

    /** Returns a key that does not match the variables of a URL template by itself. */
    String plainKey() {
        StringBuilder key = new StringBuilder("k");
        for (int more = below(12); more > 0; more--) {
            key.append(one(List.of("a", "z", "-", "(", " ", "/b", "å", "고", "😀", "%", "+")));
        }
        return key.toString();
    }

    /** Percent-encodes special characters, and others at random. */
    String percentEncoded(String text, String special) {
        StringBuilder percentEncoded = new StringBuilder();
        int chance = oneIn(3) ? 4 : 1000;
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            if (special.contains(character) || (c > 0x7E && special.contains("é")) || c > 0xFFFF || oneIn(chance)) {
                for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
                    percentEncoded.append('%').append((oneIn(2) ? UPPER : LOWER).toHexDigits(one));
                }
            } else {
                percentEncoded.append(character);
            }
        });
        return percentEncoded.toString();
    }

    /** Returns any characters, including halves of surrogate pairs. */
    String odd(int most) {
        StringBuilder odd = new StringBuilder();
        int length = below(most);
        while (odd.length() < length) {
            switch (below(4)) {
                case 0 -> odd.append((char) below(0x10000));
                case 1 -> odd.append(HOSTILE.charAt(below(HOSTILE.length())));
                default -> odd.append(one(PIECES));
            }
        }
        return odd.toString();
    }
}
