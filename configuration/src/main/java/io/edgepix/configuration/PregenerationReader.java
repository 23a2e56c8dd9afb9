package io.edgepix.configuration;

import com.google.gson.JsonElement;
import io.edgepix.configuration.Pregeneration.Copies;
import io.edgepix.configuration.Pregeneration.NamedSize;
import io.edgepix.configuration.Pregeneration.Rule;
import io.edgepix.configuration.Pregeneration.Wanted;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Offer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code pregenerate} of {@code edgepix.json}. */
final class PregenerationReader {
    private static final String PREFIX = "prefix";

    private final Fields fields;
    private final Mistakes mistakes;
    private final Offer offer;
    private final OriginalLimits limits;

    private PregenerationReader(Fields fields, Offer offer, OriginalLimits limits) {
        this.fields = fields;
        this.mistakes = fields.mistakes();
        this.offer = offer;
        this.limits = limits;
    }

    static Pregeneration read(Fields fields, Offer offer, OriginalLimits limits) {
        return new PregenerationReader(fields, offer, limits).read();
    }

    private Pregeneration read() {
        Wanted wanted = wanted(fields);
        String prefix = prefix(fields);
        Pregeneration read = new Pregeneration(
                prefix,
                wanted,
                rules(wanted, prefix),
                copies(fields.object("to", "{}")),
                fields.bool("fromEdge", false),
                LargerLimitsReader.read(fields.object("container", "{}"), limits),
                new Pregeneration.Encoding(
                        fields.bool("mozjpeg", false), fields.integer("avifEffort", 6, 0, AvifOptions.MAX_EFFORT)));
        fields.noOthers();
        return read;
    }

    private String prefix(Fields from) {
        String prefix = from.string(PREFIX, "");
        if (!Pregeneration.canBegin(prefix)) {
            mistakes.add(
                    from.path(PREFIX),
                    "expected the first characters of keys, without a leading slash and without . or .. as a segment,"
                            + " got " + quoted(prefix));
        }
        return prefix;
    }

    private Wanted wanted(Fields from) {
        List<NamedSize> sizes = from.list("sizes")
                .map(list -> sizes(from.path("sizes"), list))
                .orElseGet(
                        () -> offer.presets().names().stream().map(this::preset).toList());
        Set<Format> formats = EnumSet.noneOf(Format.class);
        boolean originalFormat = false;
        Optional<List<JsonElement>> listed = from.list("formats");
        if (listed.isEmpty()) {
            return new Wanted(sizes, EnumSet.of(Format.WEBP), true);
        }
        for (int i = 0; i < listed.get().size(); i++) {
            String word = Fields.text(listed.get().get(i)).orElse("");
            Format format = Format.ofWord(word);
            if (word.equals(Pregeneration.ORIGINAL)) {
                originalFormat = true;
            } else if (format == null || (format == Format.AVIF && !offer.avif())) {
                mistakes.add(
                        from.path("formats") + "[" + i + "]",
                        formatMistake(listed.get().get(i), format));
            } else {
                formats.add(format);
            }
        }
        return new Wanted(sizes, Set.copyOf(formats), originalFormat);
    }

    private static String formatMistake(JsonElement value, @Nullable Format format) {
        return format == Format.AVIF
                ? "AVIF is not offered; set avif to true"
                : "expected webp, jpeg, png, gif, avif or original, got "
                        + Fields.text(value).map(text -> '"' + text + '"').orElseGet(() -> Fields.kind(value));
    }

    private NamedSize preset(String name) {
        return new NamedSize(name, Objects.requireNonNull(offer.presets().get(name)));
    }

    private List<NamedSize> sizes(String path, List<JsonElement> list) {
        List<NamedSize> sizes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String field = path + "[" + i + "]";
            Optional<String> text = Fields.text(list.get(i));
            if (text.isPresent()) {
                mistakes.or(null, () -> sizes.add(Fields.read(field, () -> NamedSize.of(offer, text.get()))));
            } else {
                mistakes.add(
                        field,
                        "expected the name of a preset or a size in quotes, for example \"200x200\", got "
                                + Fields.kind(list.get(i)));
            }
        }
        return List.copyOf(sizes);
    }

    private List<Rule> rules(Wanted otherwise, String outer) {
        List<Rule> rules = new ArrayList<>();
        Set<String> prefixes = new HashSet<>();
        for (Fields rule : fields.objects("rules")) {
            String prefix = prefix(rule);
            if (prefix.isEmpty()) {
                mistakes.add(rule.path(PREFIX), "expected the first characters of keys, got none");
            } else if (!prefixes.add(prefix)) {
                mistakes.add(
                        rule.path(PREFIX), "expected one rule for each prefix, got a second one for " + quoted(prefix));
            } else if (!prefix.startsWith(outer)) {
                mistakes.add(
                        rule.path(PREFIX),
                        "expected a prefix that begins with that of pregenerate, " + quoted(outer) + ", got "
                                + quoted(prefix));
            }
            Wanted wanted = wanted(rule);
            rules.add(new Rule(
                    prefix,
                    new Wanted(
                            rule.has("sizes") ? wanted.sizes() : otherwise.sizes(),
                            rule.has("formats") ? wanted.formats() : otherwise.formats(),
                            rule.has("formats") ? wanted.originalFormat() : otherwise.originalFormat())));
            rule.noOthers();
        }
        return List.copyOf(rules);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private Optional<Copies> copies(Fields to) {
        String bucket = to.string("bucket", "");
        String key = to.string("key", "{preset}-{key}");
        to.noOthers();
        if (!bucket.replace("{bucket}", "a-b").matches("([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?")) {
            mistakes.add(
                    to.path("bucket"), "expected the name of a bucket, perhaps with {bucket}, got \"" + bucket + "\"");
        }
        if (!key.contains("{preset}") || !key.contains("{key}")) {
            mistakes.add(to.path("key"), "expected {preset} and {key} in it, got \"" + key + "\"");
        }
        if (key.startsWith("/")) {
            mistakes.add(to.path("key"), "expected no leading slash, got \"" + key + "\"");
        }
        return bucket.isEmpty() ? Optional.empty() : Optional.of(new Copies(bucket, key));
    }
}
