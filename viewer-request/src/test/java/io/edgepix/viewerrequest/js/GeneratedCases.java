package io.edgepix.viewerrequest.js;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates random requests of every kind, some of them malformed. The seed is constant. */
final class GeneratedCases {
    private static final List<String> KEYS =
            List.of("0123456789abcdef0123456789abcdef", "another-key-of-32-characters-or-so");
    private static final String TEMPLATES = "\"urls\":[\"/prew/{preset}/{key}\",\"/{key}_{width}_{height}_{n}.{ext}\","
            + "\"/{width}x{height}/{key}\",\"/{fit}/q{quality}/{width}.{format}/{key}\"]";
    private static final String SIGNING =
            "\"signing\":{\"keys\":[\"" + KEYS.get(0) + "\",\"" + KEYS.get(1) + "\"],\"originals\":";
    private static final List<String> CONFIGS = List.of(
            "{" + TEMPLATES + ",\"defaultExtension\":\"jpg\"}",
            "{" + TEMPLATES + ",\"avif\":true,\"clientHints\":{\"dpr\":true,\"saveData\":40}}",
            "{" + SIGNING + "true}," + TEMPLATES + "}",
            "{" + SIGNING + "false}," + TEMPLATES + ",\"defaultExtension\":\"png\"}",
            "{}",
            "{\"avif\":true,\"presets\":{\"avatar\":\"96x96-cover-q60\",\"hero\":\"x720-q90\"}}",
            "{\"sizes\":{\"list\":[\"200x200\",\"640x\",\"x480\",\"500x300\"]}}",
            "{\"sizes\":{\"open\":2000},\"presets\":{},\"clientHints\":{\"dpr\":true,\"width\":\"640x\"}}",
            "{\"sizes\":{\"list\":[\"200x200\",\"640x\",\"320x\"],\"variance\":9},\"clientHints\":{\"dpr\":true,\"width\":\"640x\"}}",
            "{\"sizes\":{\"ladder\":[60,200,210,700],\"variance\":4},\"clientHints\":{\"width\":\"200x\",\"saveData\":40}}",
            "{\"defaultFit\":\"pad\",\"presets\":{\"avatar\":\"300x300-cover-fp20x44\",\"hero\":\"x720-fill\"}}",
            "{\"sizes\":{\"ladder\":[7,64,1000]},\"defaultFit\":\"cover\",\"quality\":{\"webp\":60,\"jpeg\":33}}");
    private static final List<String> SIDES = List.of(
            "", "1", "64", "100", "199", "200", "200", "300", "368", "480", "500", "640", "720", "1000", "2000", "2001",
            "4096", "4097", "16383");
    private static final List<String> ODD_SIDES =
            List.of("0", "00200", "16384", "99999999999", "-5", "2e2", "2.5", "٢");
    private static final List<String> PRESETS =
            List.of("small", "medium", "avatar", "hero", "auto", "auto", "Hero", "none");
    private static final List<String> FORMATS =
            List.of("webp", "webp", "jpeg", "jpeg", "png", "png", "jpg", "avif", "gif");
    private static final List<String> SEGMENTS = List.of(
            "cat",
            "images",
            "2024",
            "a%20b",
            "%EA%B3%A0",
            "caf%c3%a9",
            "å",
            "고양이",
            "a+b",
            "a%2Bb",
            "x,y;z",
            "100%25",
            "a%252Fb",
            "a%2Fb",
            "200x200",
            "webp",
            "(1)",
            "%F0%9F%98%80",
            "😀",
            "%FF",
            "%zz",
            "%",
            "%0A",
            "..",
            ".",
            "");
    private static final List<String> EXTENSIONS =
            List.of("", ".jpg", ".JPEG", ".png", ".gif", ".tiff", ".webp", ".x", ".");
    private static final List<String> ACCEPTS = List.of(
            "",
            "*/*",
            "image/*",
            "image/webp",
            "image/avif,image/webp,*/*;q=0.8",
            "image/png,image/*;q=0.8",
            "image/webp;q=0",
            "image/avif;q=0.5, image/webp;q=0.0",
            "text/html, IMAGE/WEBP ; q=0.1",
            "image/webp;v=1;q=x");
    private static final List<String> USER_AGENTS = List.of(
            "",
            "Mozilla/5.0 (Linux; Android 14) Chrome/130",
            "Dalvik/2.1.0 (Linux; U; Android 9; Pixel)",
            "Dalvik/1.6.0 (Linux; U; Android 4.3; x)",
            "Dalvik/1.6.0 (Linux; U; Android 4.2.2; x)",
            "okhttp/4.12.0",
            "MyApp (Android 4.0.4) okhttp/2.7.5",
            "MyApp/1 CFNetwork/1494.0.7 Darwin/23.4.0",
            "MyApp/1 CFNetwork/978.0.7 Darwin/18.7.0",
            "Mozilla/5.0 (Linux; Android 4.4.2) Chrome/30.0.0.0",
            "Opera/9.80 (X11) Presto/2.12.388 Version/12.16",
            "Dalvik/ Android 99999999999.9");
    private static final List<String> HINTS =
            List.of("", "", "1", "2", "1.5", "700", "on", "ON", "0", "16383", "16384", "-1", "2;a", "0.1");
    private static final String FLAWS = "%&=?/.x-q0129;,+ \t\u0000\u007FåÅK고\uD83D\uDE00\uDBFF\uFFFF";

    private final Random random;

    private GeneratedCases(long seed) {
        random = new Random(seed);
    }

    static List<RuleCase> of(int count) {
        GeneratedCases generator = new GeneratedCases(2026);
        List<RuleCase> cases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String config = generator.one(CONFIGS);
            cases.add(new RuleCase("generated case " + i, config, generator.request(config.startsWith("{" + SIGNING))));
        }
        return cases;
    }

    private RuleRequest request(boolean signed) {
        boolean asked = !oneIn(4);
        boolean byTemplate = oneIn(4);
        String path = byTemplate
                ? templateUrl()
                : asked ? "/" + (oneIn(40) ? derivative() : "") + key() : "/" + derivative() + key();
        String query =
                byTemplate ? (oneIn(4) ? options(new ArrayList<>()) : "") : asked ? query() : oneIn(3) ? "v=1" : "";
        return new RuleRequest(
                oneIn(50) ? one(List.of("POST", "PUT", "get")) : oneIn(10) ? "HEAD" : "GET",
                damaged(path),
                damaged(signed && !oneIn(8) ? signed(path, query) : query),
                damaged(one(ACCEPTS)),
                damaged(one(USER_AGENTS)),
                damaged(one(HINTS)),
                damaged(one(HINTS)),
                damaged(one(HINTS)),
                "1800000000");
    }

    private String key() {
        StringBuilder key = new StringBuilder(oneIn(500) ? "k".repeat(1000 + random.nextInt(40)) : "");
        for (int more = random.nextInt(3); more > 0; more--) {
            key.append(segment()).append('/');
        }
        return key.append(segment()).append(one(EXTENSIONS)).toString();
    }

    /** Returns a mostly valid segment, so that not all keys are refused. */
    private String segment() {
        return oneIn(4) ? one(SEGMENTS) : SEGMENTS.get(random.nextInt(14));
    }

    private String derivative() {
        return oneIn(4) ? "" : size() + options() + "/" + one(FORMATS) + "/";
    }

    private String options() {
        String fit = oneIn(4)
                ? one(List.of("-cover", "-cover-fp30x70", "-cover-fp0x35", "-fp30x70", "-fill", "-pad", "-tile"))
                : "";
        String quality = oneIn(4) ? "-q" + quality() : "";
        return oneIn(10) ? quality + fit : fit + quality;
    }

    /** Returns a URL that matches a template, or almost matches it. */
    private String templateUrl() {
        return switch (random.nextInt(4)) {
            case 0 -> "/prew/" + one(PRESETS) + "/" + key();
            case 1 -> "/" + key() + "_" + side() + "_" + side() + "_" + random.nextInt(1000) + one(EXTENSIONS);
            case 2 -> "/" + side() + "x" + side() + "/" + key();
            default ->
                "/" + one(List.of("cover", "fill", "tile")) + "/q" + quality() + "/" + side() + "." + one(FORMATS) + "/"
                        + key();
        };
    }

    /** Returns the query string with a signature, if both can be signed. */
    private String signed(String path, String query) {
        String expiry = oneIn(3) ? one(List.of("9999999999", "9999999999", "1700000000", "170000000")) : "";
        try {
            return SignedUrl.sign(new JdkHmac(), one(KEYS), path, query, expiry).substring(path.length() + 1);
        } catch (MalformedException e) {
            return query;
        }
    }

    private String query() {
        return options(new ArrayList<>(List.of("d=" + (oneIn(6) ? one(PRESETS) : size()))));
    }

    private String options(List<String> parameters) {
        if (oneIn(4)) {
            parameters.add(
                    random.nextInt(parameters.size() + 1),
                    "fit=" + one(List.of("cover", "cover", "cover", "contain", "fill", "pad", "c")));
        }
        if (oneIn(6)) {
            parameters.add(random.nextInt(parameters.size() + 1), "fp=" + point());
        }
        if (oneIn(4)) {
            parameters.add(random.nextInt(parameters.size() + 1), "q=" + quality());
        }
        if (oneIn(4)) {
            parameters.add(random.nextInt(parameters.size() + 1), "f=" + one(FORMATS));
        }
        if (oneIn(4)) {
            parameters.add(random.nextInt(parameters.size() + 1), "dpr=" + dpr());
        }
        if (oneIn(8)) {
            parameters.add(one(List.of("v=%FF", "d", "q", "", "utm=1", "%64=1", "dd=7", "fit")));
        }
        return String.join("&", parameters);
    }

    private String size() {
        String size = side() + "x" + side();
        return oneIn(12) ? side() : oneIn(8) ? one(List.of("200x200", "640x", "x480", "500x300")) : size;
    }

    private String side() {
        return oneIn(30) ? one(ODD_SIDES) : oneIn(5) ? Integer.toString(random.nextInt(2100)) : one(SIDES);
    }

    private String quality() {
        return Integer.toString(oneIn(2) ? 5 + random.nextInt(20) * 5 : random.nextInt(104));
    }

    private String point() {
        return oneIn(8)
                ? one(List.of("", "1.1,0", "0.3", "0,3,0,7", "-0,0", ".5,.5", "1.,1", "middle"))
                : oneIn(3)
                        ? one(List.of("top", "bottom", "left", "right", "center", "centre"))
                        : "0." + random.nextInt(1000) + ",0." + random.nextInt(20);
    }

    private String dpr() {
        return oneIn(8)
                ? one(List.of("", ".5", "1.", "1.2.3", "-1", "NaN", "1e1", "0x1", "99999999999"))
                : random.nextInt(11) + (oneIn(2) ? "" : "." + random.nextInt(10_000));
    }

    /** Sometimes inserts, removes or percent-encodes characters. */
    private String damaged(String text) {
        if (!oneIn(16)) {
            return text;
        }
        StringBuilder damaged = new StringBuilder(text);
        for (int more = random.nextInt(3); more >= 0; more--) {
            int at = random.nextInt(damaged.length() + 1);
            int to = Math.min(at + random.nextInt(2), damaged.length());
            char c = FLAWS.charAt(random.nextInt(FLAWS.length()));
            damaged.replace(at, to, oneIn(3) && c < 0x80 ? String.format("%%%02x", (int) c) : String.valueOf(c));
        }
        return damaged.toString();
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
