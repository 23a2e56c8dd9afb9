package io.edgepix.viewerrequest.fuzz;

import java.util.List;

/** Values that make a request malformed, regardless of its other parts. */
final class MalformedValues {
    /** Parameters that are added to a query string that already contains a size. */
    static final List<String> PARAMETERS = List.of("d=200x200", "d", "&d=small");

    static final List<String> SIZES = List.of(
            "",
            "0x0",
            "0",
            "x",
            "xx",
            "0x5",
            "5x0",
            "-1x5",
            "1e9x1",
            "99999x99999",
            "200X200",
            "２００x２００",
            "16384x1",
            "1.5x2",
            "+5x5",
            "200x200x200",
            "4294967297",
            " 5x5",
            "5x5 ",
            "٢x٢",
            "Small",
            "unknown",
            "200x200-cover",
            "NaN",
            "0x10x1");

    static final List<String> RATIOS =
            List.of("", "0", "0.09", "10.001", "-1", "1e1", "NaN", "1.", ".5", "1.2.3", "0x1", "１");

    static final List<String> FITS = List.of("", "Cover", "tile", "cover ", "contain,cover");

    static final List<String> QUALITIES = List.of("", "0", "101", "-5", "5.5", "1e1", "８０", "99999999999");

    static final List<String> FORMATS = List.of("", "webpp", "image/webp", "bmp", "svg", "*");

    static final List<String> POINTS =
            List.of("", "1.1,0", "0.3", "0,3,0,7", "-0,0", ".5,.5", "1.,1", "middle", "NaN,0");

    /** Paths that are not percent-encoded UTF-8, or contain control characters. */
    static final List<String> UNREADABLE_PATHS = List.of(
            "/%",
            "/a%2",
            "/%zz",
            "/%FF",
            "/%C0%80",
            "/%ED%A0%80",
            "/%F4%90%80%80",
            "/%E3%81",
            "/a%00b",
            "/%0A",
            "/%7F",
            "/\0",
            "/a\nb",
            "/\uD83D",
            "/\uDE00\uD83D",
            "/%C3é",
            "no-slash",
            "");

    /** Paths that are not the path of an original. */
    static final List<String> OTHER_PATHS = List.of(
            "/",
            "/.",
            "/..",
            "/a/../b",
            "/a/./b",
            "/%2e%2E/a",
            "/200x200/webp/cat.jpg",
            "/x1-cover-q5/jpeg/a",
            "/1x/gif/%2F");

    /** Keys that no served object has. S3 would list the bucket for the empty key. */
    static final List<String> UNNAMED_KEYS =
            List.of("", "/", "//", "///", ".", "..", "./", "../", "/.", "/..", "../..", "a/..", "a/../b", "./a");

    private MalformedValues() {}
}
