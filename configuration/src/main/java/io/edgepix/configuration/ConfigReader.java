package io.edgepix.configuration;

import io.edgepix.derivative.Cors;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Preset;
import io.edgepix.derivative.Presets;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.SizePolicy;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads {@code edgepix.json} into {@link Config}, a field at a time. It defines the defaults. */
public final class ConfigReader {
    private static final String LADDER =
            "{\"ladder\":[32,48,64,100,200,300,400,500,600,720,800,1000,1200,1440,1920,2560,3200,4096]}";
    private static final String PRESETS = "{\"small\":\"368x\",\"medium\":\"720x\",\"large\":\"1440x\"}";

    /** Stands for a preset with a mistake. */
    private static final Preset ANY = Preset.parse("1x");

    private static final Cors NO_PAGES = new Cors(List.of());

    private ConfigReader() {}

    /** Returns the configuration of an empty object: every field has its default. */
    public static Config defaults() {
        return read("{}");
    }

    /**
     * Reads {@code edgepix.json}.
     *
     * @throws ConfigException if the text is not JSON, a field is unknown, or a value is not allowed
     */
    public static Config read(String json) {
        return read(json, UrlsReader.Check.EVERYTHING);
    }

    /**
     * Reads a text that {@link #read} has accepted before. It does not search for URLs that could be read in two ways,
     * as the search would lengthen every cold start.
     */
    public static Config readAgain(String json) {
        return read(json, UrlsReader.Check.FIELDS);
    }

    private static Config read(String json, UrlsReader.Check check) {
        Mistakes mistakes = new Mistakes();
        Fields fields = Fields.of(ConfigJson.parse(json, mistakes), mistakes);
        AvifReader avif = new AvifReader(fields);
        Offer offer = offer(fields, avif, check);
        OriginalLimits limits = new OriginalLimits(
                fields.integer("maxBytes", 50_000_000, 1, 500_000_000),
                fields.integer("maxPixels", 50_000_000, 1, 500_000_000),
                fields.integer("maxFrames", 300, 1, 10_000),
                fields.bool("lenient", false));
        Config config = new Config(
                offer,
                limits,
                mistakes.or(0, () -> background(fields)),
                mistakes.or(Optional.empty(), () -> placeholder(fields)),
                mistakes.or(404, () -> placeholderStatus(fields)),
                CachingReader.read(fields.object("cache", "{}")),
                new Config.HeaderOptions(
                        fields.bool("contentDisposition", false),
                        mistakes.or(Optional.empty(), () -> contentSecurityPolicy(fields)),
                        fields.bool("serverTiming", false)),
                fields.integer("expireAfterDays", 0, 0, 36_500),
                avif.options(),
                PregenerationReader.read(fields.object("pregenerate", "{}"), offer, limits),
                big(fields.object("regional", "{}"), limits),
                DocumentsReader.read(fields.object("documents", "{}")));
        fields.noOthers();
        config.placeholder()
                .filter(config.documents()::isPrivate)
                .ifPresent(key -> mistakes.add(
                        "placeholder",
                        "expected a key outside documents.prefix, which viewers may not read, got \"" + key.value()
                                + "\""));
        mistakes.raise();
        return config;
    }

    private static OriginalLimits big(Fields regional, OriginalLimits limits) {
        OriginalLimits big = LargerLimitsReader.read(regional.object("big", "{}"), limits);
        regional.noOthers();
        return big;
    }

    private static Offer offer(Fields fields, AvifReader avif, UrlsReader.Check check) {
        Mistakes mistakes = fields.mistakes();
        Presets presets = presets(fields.object("presets", PRESETS));
        SizePolicy sizes = SizePolicyReader.read(fields.object("sizes", LADDER))
                .including(presets.presets().stream().map(Preset::size).toList());
        return new Offer(
                sizes,
                presets,
                UrlsReader.read(fields.list("urls").orElse(List.of()), presets.names(), check, mistakes),
                mistakes.or("", () -> extension(fields)),
                HintsReader.read(fields.object("clientHints", "{}"), sizes, presets),
                SigningReader.read(fields.object("signing", "{}")),
                mistakes.or(Fit.CONTAIN, () -> defaultFit(fields)),
                avif.isOffered(),
                quality(fields.object("quality", "{}")),
                mistakes.or(NO_PAGES, () -> CorsReader.read(fields)));
    }

    private static Presets presets(Fields presets) {
        List<Preset> read = new ArrayList<>();
        for (String name : presets.names()) {
            String field = "presets." + name;
            if (!name.matches("[a-wyz][a-z0-9_-]*")) {
                presets.mistakes()
                        .add(
                                field,
                                "a preset's name is a lower-case letter other than x, then letters, digits, - and _");
            }
            String text = presets.string(name, "1x");
            read.add(presets.mistakes().or(ANY, () -> Fields.read(field, () -> Preset.parse(text))));
        }
        return new Presets(List.copyOf(presets.names()), read);
    }

    private static String extension(Fields fields) {
        String extension = fields.string("defaultExtension", "");
        if (!extension.matches("[A-Za-z0-9]*")) {
            throw new ConfigException(
                    "defaultExtension", "expected letters and digits, such as \"jpg\", got \"" + extension + "\"");
        }
        return extension;
    }

    private static int placeholderStatus(Fields fields) {
        int status = fields.integer("placeholderStatus", 404, 200, 404);
        if (status != 200 && status != 404) {
            throw new ConfigException("placeholderStatus", "expected 404 or 200, got " + status);
        }
        return status;
    }

    private static Fit defaultFit(Fields fields) {
        String word = fields.string("defaultFit", Fit.CONTAIN.token());
        return Fields.read("defaultFit", () -> Fit.of(word));
    }

    private static Quality quality(Fields quality) {
        Quality read = new Quality(
                quality.integer("avif", 50, 1, 100),
                quality.integer("webp", 80, 1, 100),
                quality.integer("jpeg", 80, 1, 100));
        quality.noOthers();
        return read;
    }

    private static int background(Fields fields) {
        String colour = fields.string("background", "#ffffff");
        if (!colour.matches("#[0-9A-Fa-f]{6}")) {
            throw new ConfigException("background", "expected a colour such as \"#ffffff\", got \"" + colour + "\"");
        }
        return HexFormat.fromHexDigits(colour, 1, colour.length());
    }

    private static Optional<String> contentSecurityPolicy(Fields fields) {
        String policy = fields.string(
                "contentSecurityPolicy",
                "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; sandbox");
        if (!policy.matches("[ -~]*")) {
            throw new ConfigException("contentSecurityPolicy", "expected printable ASCII, got \"" + policy + "\"");
        }
        return Optional.of(policy).filter(text -> !text.isEmpty());
    }

    private static Optional<Key> placeholder(Fields fields) {
        Key key = new Key(fields.string("placeholder", ""));
        if (key.value().startsWith("/") || key.hasDotSegment() || PathGrammar.isDerivative(key)) {
            throw new ConfigException(
                    "placeholder",
                    "expected the key of an original, without a leading slash, got \"" + key.value() + "\"");
        }
        return Optional.of(key).filter(given -> !given.value().isEmpty());
    }
}
