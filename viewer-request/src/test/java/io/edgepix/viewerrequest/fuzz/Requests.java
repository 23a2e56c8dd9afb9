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

/** Random requests with their expected decisions. A seed always produces the same requests. */
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
    /** Characters that are percent-encoded in query strings. The signature covers query strings as they are sent. */
    private static final String IN_QUERY = "&%#+é";

    private final RandomValues random;

    Requests(long seed) {
        random = new RandomValues(seed);
    }

    Case next() {
        ConfigModel config = random.one(ConfigModel.ALL);
        return switch (random.below(10)) {
            case 0, 1 -> anything(config);
            case 2 -> original(config);
            case 3, 4 -> direct(config);
            default -> config.hasTemplates() && random.oneIn(2) ? byTemplate(config) : byQuery(config);
        };
    }

    private Case anything(ConfigModel config) {
        int most = random.oneIn(500) ? 8192 : 48;
        RuleRequest request = new RuleRequest(
                random.oneIn(10) ? random.odd(8) : "GET",
                (random.oneIn(10) ? "" : "/") + random.odd(most),
                random.odd(most),
                random.odd(64),
                random.odd(64),
                random.odd(8),
                random.odd(8),
                random.odd(4),
                Signature.NOW);
        return new Case(config, request, null);
    }

    private Case original(ConfigModel config) {
        boolean acceptedFormats = !random.oneIn(6);
        String key = !acceptedFormats
                ? random.one(MalformedValues.UNNAMED_KEYS)
                : config.hasTemplates() ? random.plainKey() : pictureKey();
        String uri = "/" + random.percentEncoded(key, "%?#");
        String path = "/" + Oracle.encoded(completed(config, key));
        return finished(
                config,
                uri,
                key,
                random.one(UNKNOWN),
                new ClientHeaders(random),
                Set.of(!acceptedFormats ? Case.REFUSED : uri.equals(path) ? "" : path),
                config.signsOriginals());
    }

    /** Requests the path of a derivative or its repetition in a folder, in its canonical form or in a different one. */
    private Case direct(ConfigModel config) {
        String key = completed(config, pictureKey());
        String path = new Oracle(config).path(requested(config), key, random.one(Client.KNOWN), Oracle.Hints.NONE);
        if (path == null) {
            return anything(config);
        }
        String text = path.substring(path.indexOf('/', path.indexOf('/', 1) + 1) + 1);
        String folder = random.oneIn(6) ? random.one(List.of("~stored/", "~big/")) : "";
        String prefix = folder + path.substring(1, path.length() - text.length());
        if (random.oneIn(5)) {
            String wrong = random.one(
                    List.of("0" + prefix, prefix.replaceFirst("/", "-q61/"), "17x1-" + prefix, prefix + prefix));
            String form = "/" + wrong + text;
            boolean derivative = (!folder.isEmpty() && wrong.startsWith(folder))
                    || DERIVATIVE.matcher(wrong + key).matches();
            Set<String> outcomes = derivative ? Set.of(Case.REFUSED) : null;
            boolean signs = derivative || config.signsOriginals();
            return finished(config, form, wrong + key, "", new ClientHeaders(random), outcomes, signs);
        }
        String canonical = "/" + folder + path.substring(1);
        String uri = random.oneIn(2) ? canonical : "/" + random.percentEncoded(prefix + key, "%?#");
        return finished(
                config,
                uri,
                prefix + key,
                random.one(UNKNOWN),
                new ClientHeaders(random),
                Set.of(uri.equals(canonical) ? "" : canonical),
                true);
    }

    private Case byQuery(ConfigModel config) {
        String key = pictureKey();
        RequestedDerivative requested = requested(config);
        ClientHeaders headers = new ClientHeaders(random);
        List<String> parameters = new Parameters(random).of(requested);
        if (!config.presets().isEmpty() && random.oneIn(6)) {
            String name = random.one(List.copyOf(config.presets().keySet()));
            requested = requested.over(Objects.requireNonNull(config.presets().get(name)));
            parameters.replaceAll(
                    parameter -> parameter.startsWith("d=") ? "d=" + random.percentEncoded(name, IN_QUERY) : parameter);
        }
        int flaw = random.oneIn(8) ? random.below(8) : -1;
        boolean malformed = flaw >= 0;
        String uri = "/" + random.percentEncoded(key, "%?#");
        if (flaw == 0) {
            uri = random.one(MalformedValues.OTHER_PATHS);
            key = URLDecoder.decode(uri.substring(1), StandardCharsets.UTF_8);
        } else if (flaw == 1) {
            uri = random.one(MalformedValues.UNREADABLE_PATHS);
        } else if (malformed) {
            replaceByMalformed(parameters, flaw);
        }
        for (int more = random.below(3); more > 0; more--) {
            parameters.add(random.below(parameters.size() + 1), random.one(UNKNOWN));
        }
        Set<String> outcomes =
                malformed ? Set.of(Case.REFUSED) : outcomes(config, requested, completed(config, key), headers);
        boolean unsigned = flaw == 1 && !config.keys().isEmpty();
        return unsigned
                ? new Case(config, headers.request("GET", uri, String.join("&", parameters)), Set.of(Case.FORBIDDEN))
                : finished(config, uri, key, String.join("&", parameters), headers, outcomes, true);
    }

    private void replaceByMalformed(List<String> parameters, int flaw) {
        String name = List.of("d", "dpr", "fit", "q", "f", "fp").get(flaw - 2);
        List<String> values = List.of(
                        MalformedValues.SIZES,
                        MalformedValues.RATIOS,
                        MalformedValues.FITS,
                        MalformedValues.QUALITIES,
                        MalformedValues.FORMATS,
                        MalformedValues.POINTS)
                .get(flaw - 2);
        if (name.equals("d") && random.oneIn(4)) {
            parameters.add(random.one(MalformedValues.PARAMETERS));
            return;
        }
        parameters.removeIf(parameter -> parameter.startsWith(name + "="));
        parameters.add(name + "=" + random.percentEncoded(random.one(values), IN_QUERY + " "));
    }

    private Case byTemplate(ConfigModel config) {
        String key = random.plainKey();
        RequestedDerivative requested = requested(config);
        String uri;
        String preset = random.one(new ArrayList<>(config.presets().keySet()));
        List<String> parameters = new Parameters(random).of(requested);
        parameters.removeIf(parameter -> parameter.startsWith("d="));
        String percentEncoded = random.percentEncoded(key, "%?#");
        if (random.oneIn(3) || requested.box() == null) {
            requested = requested.over(Objects.requireNonNull(config.presets().get(preset)));
            uri = "/prew/" + preset + "/" + percentEncoded;
        } else if (random.oneIn(2)) {
            uri = "/" + requested.requiredBox().width() + "x"
                    + requested.requiredBox().height() + "/" + percentEncoded;
        } else {
            String extension = random.one(List.of("jpg", "PNG", "gif", "7"));
            uri = "/" + percentEncoded + "_" + requested.requiredBox().width() + "_"
                    + requested.requiredBox().height() + "_" + random.below(99) + "." + extension;
            key = key + "." + extension;
        }
        ClientHeaders headers = new ClientHeaders(random);
        return finished(
                config,
                uri,
                "",
                String.join("&", parameters),
                headers,
                outcomes(config, requested, key, headers),
                true);
    }

    /** Returns the allowed decisions, one for each format that the client may get. */
    private static Set<String> outcomes(
            ConfigModel config, RequestedDerivative requested, String key, ClientHeaders headers) {
        Oracle oracle = new Oracle(config);
        Set<String> formats = new LinkedHashSet<>(List.of(oracle.format(requested, key, headers.client())));
        if (!headers.client().known() && (requested.format() == null || oracle.isLeftOut(requested.format()))) {
            formats.addAll(headers.acceptedFormats(config.avif()));
        }
        Set<String> outcomes = new LinkedHashSet<>();
        for (String format : formats) {
            String path = oracle.path(requested.withFormat(format), key, headers.client(), headers.hints());
            outcomes.add(path == null ? Case.REFUSED : path);
        }
        return outcomes;
    }

    private Case finished(
            ConfigModel config,
            String uri,
            String key,
            String query,
            ClientHeaders headers,
            @Nullable Set<String> outcomes,
            boolean signs) {
        if (random.oneIn(30)) {
            return new Case(
                    config, headers.request(random.one(List.of("POST", "PUT", "get", "")), uri, query), Set.of(""));
        }
        String method = random.oneIn(10) ? "HEAD" : "GET";
        if (config.keys().isEmpty() || !signs) {
            return new Case(config, headers.request(method, uri, query), outcomes);
        }
        String signed = Signature.under(random.one(config.keys()), key, query, random);
        if (random.oneIn(4)) {
            String forged = Signature.forged(signed, query, random);
            return new Case(config, headers.request(method, uri, forged), Set.of(Case.FORBIDDEN));
        }
        return new Case(config, headers.request(method, uri, signed), outcomes);
    }

    private RequestedDerivative requested(ConfigModel config) {
        RequestedDerivative requested = RequestedDerivative.ofBox(box(config));
        if (config.autoWidth() > 0 && random.oneIn(4)) {
            requested = new RequestedDerivative(null, 0, null, null, null, 0);
        }
        if (random.oneIn(4)) {
            requested = requested.withFit(random.one(FITS));
        }
        if (random.oneIn(5)) {
            requested = requested.withPoint(new RequestedDerivative.Point(random.below(101), random.below(101)));
        }
        if (random.oneIn(4)) {
            String format = random.one(FORMATS);
            requested = requested.withFormat(format.equals("jpg") ? "jpeg" : format);
        }
        if (random.oneIn(4)) {
            requested = requested.withQuality(1 + random.below(100));
        }
        return random.oneIn(4) ? requested.withRatio(100 + random.below(random.oneIn(2) ? 9901 : 2000)) : requested;
    }

    private Box box(ConfigModel config) {
        if (random.oneIn(4)) {
            return random.one(config.exact().isEmpty() ? List.of(new Box(1, 1)) : config.exact());
        }
        int width = random.oneIn(2) ? random.one(SIDES) : 1 + random.below(random.oneIn(9) ? 16_383 : 2_100);
        int height = random.oneIn(2) ? random.one(SIDES) : 1 + random.below(2_100);
        return random.oneIn(5) ? new Box(width, 0) : random.oneIn(6) ? new Box(0, height) : new Box(width, height);
    }

    private String pictureKey() {
        String key = random.key();
        return DERIVATIVE.matcher(key).matches() || hasDots(key) ? "cat.jpg" : key;
    }

    private static boolean hasDots(String key) {
        return ("/" + key + "/").contains("/./") || ("/" + key + "/").contains("/../");
    }

    private static String completed(ConfigModel config, String key) {
        String last = key.substring(key.lastIndexOf('/') + 1);
        return last.endsWith(".") && !last.replace(".", "").isEmpty() ? key + config.extension() : key;
    }
}
