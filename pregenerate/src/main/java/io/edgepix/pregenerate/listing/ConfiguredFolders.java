package io.edgepix.pregenerate.listing;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.Pregeneration;
import io.edgepix.configuration.Pregeneration.NamedSize;
import io.edgepix.configuration.Pregeneration.Wanted;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.OriginalFamily;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Preset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The folders of the derivatives that a configuration wants. */
public final class ConfiguredFolders implements WantedFolders {
    private static final Key ANY = new Key("k");

    /** The originals with the same derivatives. */
    private record Kind(Wanted wanted, Format plainest, boolean mayBeAnimated) {}

    private final Offer offer;
    private final Pregeneration pregeneration;
    private final PathGrammar grammar;
    private final Map<Kind, Set<String>> folders = new HashMap<>();

    /** Creates the folders of a configuration. */
    public ConfiguredFolders(Config config) {
        this.offer = config.offer();
        this.pregeneration = config.pregeneration();
        this.grammar = new PathGrammar(offer);
    }

    @Override
    public Set<String> of(String key) {
        String extension = new Key(key).extension();
        return pregeneration
                .of(key)
                .map(wanted ->
                        new Kind(wanted, OriginalFamily.plainest(extension), OriginalFamily.mayBeAnimated(extension)))
                .map(kind -> folders.computeIfAbsent(kind, this::folders))
                .orElse(Set.of());
    }

    /** Returns all folders as text, with the prefixes of rules. Two configurations with the same text want the same. */
    public String text() {
        StringBuilder text = new StringBuilder(line(pregeneration.prefix(), pregeneration.wanted()));
        pregeneration.rules().forEach(rule -> text.append("; ").append(line(rule.prefix(), rule.wanted())));
        return text.toString();
    }

    private String line(String prefix, Wanted wanted) {
        Set<String> all = new TreeSet<>();
        for (Format plainest : List.of(Format.JPEG, Format.PNG, Format.GIF)) {
            all.addAll(folders(new Kind(wanted, plainest, false)));
        }
        return prefix + "*: " + String.join(" ", all);
    }

    private Set<String> folders(Kind kind) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        formats.addAll(kind.wanted().formats());
        if (kind.mayBeAnimated()) {
            formats.remove(Format.AVIF);
        }
        if (kind.wanted().originalFormat()) {
            formats.add(kind.plainest());
        }
        Set<String> all = new HashSet<>();
        for (NamedSize size : kind.wanted().sizes()) {
            for (Format format : formats) {
                all.add(folder(size.preset(), format));
            }
        }
        return all;
    }

    private String folder(Preset preset, Format format) {
        Fit fit = preset.fit() == null ? offer.defaultFit() : preset.fit();
        Focus focus = preset.focus() == null ? Focus.CENTRE : preset.focus();
        Derivative derivative =
                grammar.admit(preset.size().width(), preset.size().height(), fit, focus, preset.quality(), format, ANY);
        String key = grammar.key(derivative).value();
        return key.substring(0, key.length() - ANY.value().length());
    }
}
