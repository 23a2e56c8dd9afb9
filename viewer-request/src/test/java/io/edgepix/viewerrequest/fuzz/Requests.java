package io.edgepix.viewerrequest.fuzz;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests made by chance, each with what may come of it; the same ones for the same seed. */
final class Requests {
    private static final Pattern DERIVATIVE = Pattern.compile(
            "(\\d+x\\d*|x\\d+)(-(contain|cover|fill|pad|q\\d+|fp\\d+x\\d+))*/(avif|webp|jpeg|png|gif)/.+",
            Pattern.DOTALL);
    private static final List<Integer> SIDES = List.of(
            1, 64, 96, 100, 195, 200, 201, 300, 368, 400, 480, 500, 640, 720, 1000, 1440, 2000, 2001, 4096, 16383);
    private static final List<String> FITS = List.of("contain", "cover", "fill", "pad");
    private static final List<String> FORMATS = List.of("webp", "jpeg", "jpg", "png", "gif", "avif");
    private static final List<String> UNKNOWN =
            List.of("", "v=%FF", "utm_source=x", "%64=1", "dd=7", "D=1", "size=5", "=", "d%3D=1", "w=1&h=2");
    /** What a signed query string must not hold as it is, either. */
    private static final String IN_QUERY = "&%#+é";

    private final Dice dice;

    Requests(long seed) {
        dice = new Dice(seed);
    }

    Case next() {
        Settings settings = dice.one(Settings.ALL);
        return switch (dice.below(10)) {
            case 0, 1 -> anything(settings);
            case 2 -> original(settings);
            case 3, 4 -> direct(settings);
            default -> settings.hasForms() && dice.oneIn(2) ? byForm(settings) : asked(settings);
        };
    }

    private Case anything(Settings settings) {
        int most = dice.oneIn(500) ? 8192 : 48;
        RuleRequest request = new RuleRequest(
                dice.oneIn(10) ? dice.odd(8) : "GET",
                (dice.oneIn(10) ? "" : "/") + dice.odd(most),
                dice.odd(most),
                dice.odd(64),
                dice.odd(64),
                dice.odd(8),
                dice.odd(8),
                dice.odd(4),
                Signature.NOW);
        return new Case(settings, request, null);
    }

    private Case original(Settings settings) {
        boolean named = !dice.oneIn(6);
        String key = !named ? dice.one(Flaws.UNNAMED_KEYS) : settings.hasForms() ? dice.plainKey() : pictureKey();
        String uri = "/" + dice.spelled(key, "%?#");
        String path = "/" + Oracle.encoded(completed(settings, key));
        return finished(
                settings,
                uri,
                key,
                dice.one(UNKNOWN),
                new Said(dice),
                Set.of(!named ? Case.REFUSED : uri.equals(path) ? "" : path),
                settings.signsOriginals());
    }

    /** The path of a derivative itself, in its canonical form or in another. */
    private Case direct(Settings settings) {
        String key = completed(settings, pictureKey());
        String path = new Oracle(settings).path(wish(settings), key, dice.one(Client.KNOWN), Oracle.Hints.NONE);
        if (path == null) {
            return anything(settings);
        }
        String text = path.substring(path.indexOf('/', path.indexOf('/', 1) + 1) + 1);
        String prefix = path.substring(1, path.length() - text.length());
        if (dice.oneIn(5)) {
            String wrong = dice.one(
                    List.of("0" + prefix, prefix.replaceFirst("/", "-q61/"), "17x1-" + prefix, prefix + prefix));
            String form = "/" + wrong + text;
            boolean derivative = DERIVATIVE.matcher(wrong + key).matches();
            Set<String> outcomes = derivative ? Set.of(Case.REFUSED) : null;
            boolean signs = derivative || settings.signsOriginals();
            return finished(settings, form, wrong + key, "", new Said(dice), outcomes, signs);
        }
        String uri = dice.oneIn(2) ? path : "/" + dice.spelled(prefix + key, "%?#");
        return finished(
                settings,
                uri,
                prefix + key,
                dice.one(UNKNOWN),
                new Said(dice),
                Set.of(uri.equals(path) ? "" : path),
                true);
    }

    private Case asked(Settings settings) {
        String key = pictureKey();
        Wish wish = wish(settings);
        Said said = new Said(dice);
        List<String> parameters = new Parameters(dice).of(wish);
        if (!settings.presets().isEmpty() && dice.oneIn(6)) {
            String name = dice.one(List.copyOf(settings.presets().keySet()));
            wish = wish.over(Objects.requireNonNull(settings.presets().get(name)));
            parameters.replaceAll(
                    parameter -> parameter.startsWith("d=") ? "d=" + dice.spelled(name, IN_QUERY) : parameter);
        }
        int flaw = dice.oneIn(8) ? dice.below(8) : -1;
        boolean malformed = flaw >= 0;
        String uri = "/" + dice.spelled(key, "%?#");
        if (flaw == 0) {
            uri = dice.one(Flaws.OTHER_PATHS);
            key = URLDecoder.decode(uri.substring(1), StandardCharsets.UTF_8);
        } else if (flaw == 1) {
            uri = dice.one(Flaws.UNREADABLE_PATHS);
        } else if (malformed) {
            spoil(parameters, flaw);
        }
        for (int more = dice.below(3); more > 0; more--) {
            parameters.add(dice.below(parameters.size() + 1), dice.one(UNKNOWN));
        }
        Set<String> outcomes =
                malformed ? Set.of(Case.REFUSED) : outcomes(settings, wish, completed(settings, key), said);
        boolean unsigned = flaw == 1 && !settings.keys().isEmpty();
        return unsigned
                ? new Case(settings, said.request("GET", uri, String.join("&", parameters)), Set.of(Case.FORBIDDEN))
                : finished(settings, uri, key, String.join("&", parameters), said, outcomes, true);
    }

    private void spoil(List<String> parameters, int flaw) {
        String name = List.of("d", "dpr", "fit", "q", "f", "fp").get(flaw - 2);
        List<String> values = List.of(
                        Flaws.SIZES, Flaws.RATIOS, Flaws.FITS, Flaws.QUALITIES, Flaws.FORMATS, Flaws.POINTS)
                .get(flaw - 2);
        if (name.equals("d") && dice.oneIn(4)) {
            parameters.add(dice.one(Flaws.PARAMETERS));
            return;
        }
        parameters.removeIf(parameter -> parameter.startsWith(name + "="));
        parameters.add(name + "=" + dice.spelled(dice.one(values), IN_QUERY + " "));
    }

    private Case byForm(Settings settings) {
        String key = dice.plainKey();
        Wish wish = wish(settings);
        String uri;
        String preset = dice.one(new ArrayList<>(settings.presets().keySet()));
        List<String> parameters = new Parameters(dice).of(wish);
        parameters.removeIf(parameter -> parameter.startsWith("d="));
        String spelled = dice.spelled(key, "%?#");
        if (dice.oneIn(3) || wish.asked() == null) {
            wish = wish.over(Objects.requireNonNull(settings.presets().get(preset)));
            uri = "/prew/" + preset + "/" + spelled;
        } else if (dice.oneIn(2)) {
            uri = "/" + wish.box().width() + "x" + wish.box().height() + "/" + spelled;
        } else {
            String extension = dice.one(List.of("jpg", "PNG", "gif", "7"));
            uri = "/" + spelled + "_" + wish.box().width() + "_" + wish.box().height() + "_" + dice.below(99) + "."
                    + extension;
            key = key + "." + extension;
        }
        Said said = new Said(dice);
        return finished(
                settings, uri, "", String.join("&", parameters), said, outcomes(settings, wish, key, said), true);
    }

    /** The paths that may come of it, one for each format that this client may get. */
    private static Set<String> outcomes(Settings settings, Wish wish, String key, Said said) {
        Oracle oracle = new Oracle(settings);
        Set<String> formats = new LinkedHashSet<>(List.of(oracle.format(wish, key, said.client())));
        if (!said.client().known() && (wish.format() == null || oracle.isLeftOut(wish.format()))) {
            formats.addAll(said.named(settings.avif()));
        }
        Set<String> outcomes = new LinkedHashSet<>();
        for (String format : formats) {
            String path = oracle.path(wish.withFormat(format), key, said.client(), said.hints());
            outcomes.add(path == null ? Case.REFUSED : path);
        }
        return outcomes;
    }

    private Case finished(
            Settings settings,
            String uri,
            String key,
            String query,
            Said said,
            @Nullable Set<String> outcomes,
            boolean signs) {
        if (dice.oneIn(30)) {
            return new Case(
                    settings, said.request(dice.one(List.of("POST", "PUT", "get", "")), uri, query), Set.of(""));
        }
        String method = dice.oneIn(10) ? "HEAD" : "GET";
        if (settings.keys().isEmpty() || !signs) {
            return new Case(settings, said.request(method, uri, query), outcomes);
        }
        String signed = Signature.under(dice.one(settings.keys()), key, query, dice);
        if (dice.oneIn(4)) {
            String forged = Signature.spoiled(signed, query, dice);
            return new Case(settings, said.request(method, uri, forged), Set.of(Case.FORBIDDEN));
        }
        return new Case(settings, said.request(method, uri, signed), outcomes);
    }

    private Wish wish(Settings settings) {
        Wish wish = Wish.ofBox(box(settings));
        if (settings.autoWidth() > 0 && dice.oneIn(4)) {
            wish = new Wish(null, 0, null, null, null, 0);
        }
        if (dice.oneIn(4)) {
            wish = wish.withFit(dice.one(FITS));
        }
        if (dice.oneIn(5)) {
            wish = wish.withPoint(new Wish.Point(dice.below(101), dice.below(101)));
        }
        if (dice.oneIn(4)) {
            String format = dice.one(FORMATS);
            wish = wish.withFormat(format.equals("jpg") ? "jpeg" : format);
        }
        if (dice.oneIn(4)) {
            wish = wish.withQuality(1 + dice.below(100));
        }
        return dice.oneIn(4) ? wish.withRatio(100 + dice.below(dice.oneIn(2) ? 9901 : 2000)) : wish;
    }

    private Box box(Settings settings) {
        if (dice.oneIn(4)) {
            return dice.one(settings.exact().isEmpty() ? List.of(new Box(1, 1)) : settings.exact());
        }
        int width = dice.oneIn(2) ? dice.one(SIDES) : 1 + dice.below(dice.oneIn(9) ? 16_383 : 2_100);
        int height = dice.oneIn(2) ? dice.one(SIDES) : 1 + dice.below(2_100);
        return dice.oneIn(5) ? new Box(width, 0) : dice.oneIn(6) ? new Box(0, height) : new Box(width, height);
    }

    private String pictureKey() {
        String key = dice.key();
        return DERIVATIVE.matcher(key).matches() || hasDots(key) ? "cat.jpg" : key;
    }

    private static boolean hasDots(String key) {
        return ("/" + key + "/").contains("/./") || ("/" + key + "/").contains("/../");
    }

    private static String completed(Settings settings, String key) {
        String last = key.substring(key.lastIndexOf('/') + 1);
        return last.endsWith(".") && !last.replace(".", "").isEmpty() ? key + settings.extension() : key;
    }
}
